import type { INodeExecutionData } from 'n8n-workflow';
import type { Counters, FaultKind } from '../../sandbox/server';
import { question } from './sandbox';
import type { Bench } from './sandbox';

/** Every kind of fault that may come at any time. */
const KINDS: FaultKind[] = [
	'401',
	'403',
	'429',
	'500',
	'502',
	'503',
	'504',
	'502-html',
	'520-html',
	'empty-500',
	'malformed-json',
	'no-route',
	'reset-before',
	'reset-after',
	'slow',
	'hang',
	'cut-stream',
	'error-stream',
	'silent-stream',
	'garbled-stream',
];

/** Ends what would hang for ever otherwise. */
const requestOptions = { timeout: 5000 };

/** What a soak did to the items, and what OnDemand saw of it. */
export interface SoakReport {
	translations: Tally;
	streamed: Tally;
	answered: Tally;
	counters: Counters;
}

interface Tally {
	items: number;
	succeeded: number;
	/** Error items, each with its reason. */
	failed: number;
	/** Items that came out on no output, or on two. */
	lost: number;
	/** Outputs that are linked to, or hold the content of, another item. */
	wrong: number;
	/** Error items without a reason. */
	unexplained: number;
}

/**
 * Sends a batch of translations and, at the same time, two batches of chat messages through the nodes, while a
 * share of all requests meets a fault.
 */
export async function soak(
	bench: Bench,
	{ translations, answers, share }: { translations: number; answers: number; share: number },
): Promise<SoakReport> {
	for (const fault of KINDS) {
		bench.sandbox.addFault({ fault, times: 0, share: share / KINDS.length });
	}
	const rows = (count: number) => Array.from({ length: count }, (_, row) => ({ json: { row } }));
	const ask = async (responseMode: string, count: number) =>
		await bench.run({
			node: 'onDemandChat',
			parameters: question('=Question {{ $json.row }}.', {
				sessionMode: 'new',
				responseMode,
				requestOptions,
			}),
			items: rows(count),
			onError: 'continueErrorOutput',
		});
	const [translated, streamed, answered] = await Promise.all([
		bench.run({
			node: 'onDemandTranslate',
			parameters: {
				operation: 'translate',
				text: '=Row {{ $json.row }}.',
				targetLanguages: ['es'],
				requestOptions,
			},
			items: rows(translations),
			onError: 'continueErrorOutput',
		}),
		ask('stream', answers / 2),
		ask('sync', answers / 2),
	]);
	const isAnswer = ({ output }: INodeExecutionData['json'], row: number) =>
		String(output).includes(`“Question ${row}.”`);
	return {
		translations: tally(
			translations,
			translated,
			({ translatedText }, row) => translatedText === `[es] Row ${row}.`,
		),
		streamed: tally(answers / 2, streamed, isAnswer),
		answered: tally(answers / 2, answered, isAnswer),
		counters: bench.sandbox.counters(),
	};
}

function tally(
	count: number,
	{ items, failed }: { items: INodeExecutionData[]; failed: INodeExecutionData[] },
	isRight: (json: INodeExecutionData['json'], row: number) => boolean,
): Tally {
	const times = new Map<number, number>();
	for (const item of [...items, ...failed])
		times.set(linkOf(item), (times.get(linkOf(item)) ?? 0) + 1);
	const seenOnce = [...times].filter(([row, seen]) => row >= 0 && row < count && seen === 1).length;
	return {
		items: count,
		succeeded: items.length,
		failed: failed.length,
		lost: count - seenOnce,
		wrong:
			items.filter((item) => !isRight(item.json, linkOf(item))).length +
			failed.filter(({ json, ...item }) => json.row !== linkOf(item)).length,
		unexplained: failed.filter(({ json }) => !json.error || !json.message).length,
	};
}

function linkOf({ pairedItem }: Pick<INodeExecutionData, 'pairedItem'>): number {
	return typeof pairedItem === 'object' && !Array.isArray(pairedItem) ? pairedItem.item : -1;
}
