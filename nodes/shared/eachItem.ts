import { sleep } from 'n8n-workflow';
import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { batchingOf } from './requestOptions';
import { wait } from './wait';

/** How many items are under way at most: more than may be in flight, so that somebody always waits. */
const MOST_UNDER_WAY = 600;

/** Milliseconds after which n8n gets time for everything else that it does. */
const BREATH = 20;

/**
 * Carries out the items of a node side by side, in memory that does not grow with their number.
 *
 * @returns the output of all items, in the order of the items
 * @throws the first error of an item, when those under way have ended; no more items are begun then
 */
export async function eachItem(
	context: IExecuteFunctions,
	carryOut: (itemIndex: number) => Promise<INodeExecutionData[]>,
): Promise<INodeExecutionData[]> {
	const count = context.getInputData().length;
	const batching = batchingOf(context.getNodeParameter('requestOptions', 0, {}));
	const signal = context.getExecutionCancelSignal();
	const outputs: INodeExecutionData[][] = [];
	const errors: unknown[] = [];
	let underWay = 0;
	let oneEnded = () => {};
	const untilOneEnds = async () => await new Promise<void>((resolve) => (oneEnded = resolve));

	const begin = async (itemIndex: number) => {
		underWay += 1;
		const [output] = await Promise.allSettled([carryOut(itemIndex)]);
		if (output.status === 'fulfilled') outputs[itemIndex] = output.value;
		else errors.push(output.reason);
		underWay -= 1;
		oneEnded();
	};

	let lastBreath = Date.now();
	for (let itemIndex = 0; itemIndex < count; itemIndex += 1) {
		if (batching && itemIndex > 0 && itemIndex % batching.size === 0) {
			await wait(batching.pause, signal).catch((cancelled: unknown) => errors.push(cancelled));
		}
		if (underWay === MOST_UNDER_WAY) await untilOneEnds();
		if (Date.now() - lastBreath > BREATH) {
			await sleep(0);
			lastBreath = Date.now();
		}
		if (errors.length > 0) break;
		void begin(itemIndex);
	}
	while (underWay > 0) await untilOneEnds();
	if (errors.length > 0) return await Promise.reject(errors[0]);
	return outputs.flat();
}
