import type { IDataObject } from 'n8n-workflow';
import type { Call } from './call';
import { polled } from './polling';
import { send } from './send';
import { recordsAt } from './wire';

/** How far the clocks of n8n and OnDemand may differ, in milliseconds. */
const CLOCK_DIFFERENCE = 5000;

/** Seconds that OnDemand gets to store what came of a request that broke. */
const STORING_SECONDS = 3;

/**
 * The record that came of a request which broke, from the newest entries of a list.
 *
 * @param list path and query that give the newest entries
 * @param since when the request was sent, in milliseconds
 * @param isIt whether a record can have come of the request
 * @returns undefined when there is none, or OnDemand cannot be asked
 */
export async function lookedUp(
	call: Call,
	list: { path: string; query: IDataObject },
	since: number,
	isIt: (record: IDataObject) => boolean,
): Promise<IDataObject | undefined> {
	const isNew = ({ createdAt }: IDataObject) =>
		Date.parse(String(createdAt)) >= since - CLOCK_DIFFERENCE;
	const [found] = await Promise.allSettled([
		polled(call, STORING_SECONDS, async () => {
			const { body } = await send(call, { method: 'GET', ...list });
			return recordsAt(body, 'data').find((record) => isIt(record) && isNew(record));
		}),
	]);
	return found.status === 'fulfilled' ? found.value : undefined;
}
