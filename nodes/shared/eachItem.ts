import { sleep } from 'n8n-workflow';
import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { Crowd } from './crowd';
import { batchingOf } from './requestOptions';
import { wait } from './wait';

/** Milliseconds after which n8n gets time for everything else that it does. */
const BREATH = 5;

/** Milliseconds after which more items are begun while none has ended: a slow API leaves n8n with nothing to do. */
const GLANCE = 50;

/**
 * Carries out the items of a node side by side: as many as n8n bears without standing still for others, in memory
 * that does not grow with their number.
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
	const crowd = new Crowd();

	const begin = async (itemIndex: number) => {
		crowd.entered();
		const [output] = await Promise.allSettled([carryOut(itemIndex)]);
		if (output.status === 'fulfilled') outputs[itemIndex] = output.value;
		else errors.push(output.reason);
		crowd.left();
	};

	let lastBreath = Date.now();
	const breathe = async () => {
		const before = Date.now();
		if (before - lastBreath <= BREATH) return;
		await sleep(0);
		lastBreath = Date.now();
		crowd.felt(lastBreath - before);
	};

	for (let itemIndex = 0; itemIndex < count; itemIndex += 1) {
		if (batching && itemIndex > 0 && itemIndex % batching.size === 0) {
			await wait(batching.pause, signal).catch((cancelled: unknown) => errors.push(cancelled));
		}
		await breathe();
		while (crowd.isFull) {
			await Promise.race([crowd.oneLess(), sleep(GLANCE)]);
			await breathe();
		}
		if (errors.length > 0) break;
		void begin(itemIndex);
	}
	while (!crowd.isEmpty) await crowd.oneLess();
	if (errors.length > 0) return await Promise.reject(errors[0]);
	return outputs.flat();
}
