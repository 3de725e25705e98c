import type { IDataObject } from 'n8n-workflow';
import type { ItemCall } from '../shared/call';
import { asOnDemandError } from '../shared/errors';
import { MAX_PAGE_SIZE } from '../shared/paging';
import { polled } from '../shared/polling';
import { send } from '../shared/send';
import { recordsAt } from '../shared/wire';

/** How far the clocks of n8n and OnDemand may differ, in milliseconds. */
const CLOCK_DIFFERENCE = 5000;

/** Seconds that OnDemand gets to store a record whose request broke. */
const STORING_SECONDS = 3;

/**
 * Creates a media record. A file is never sent twice: when the request breaks, the record that came of it is
 * looked up in the list.
 *
 * @param create sends the request
 * @param isIt whether a record of the list can have come of this request
 * @throws OnDemandError how the request broke, when no record came of it
 */
export async function createdOnce(
	call: ItemCall,
	create: () => Promise<IDataObject>,
	isIt: (record: IDataObject) => boolean,
): Promise<IDataObject> {
	const since = Date.now();
	try {
		return await create();
	} catch (thrown) {
		const broken = asOnDemandError(thrown);
		const found = broken.facts.isOutcomeUnknown ? await lookedUp(call, since, isIt) : undefined;
		return found ?? (await Promise.reject(broken));
	}
}

async function lookedUp(
	call: ItemCall,
	since: number,
	isIt: (record: IDataObject) => boolean,
): Promise<IDataObject | undefined> {
	const query = { page: 1, limit: MAX_PAGE_SIZE, sort: '-createdAt' };
	const [found] = await Promise.allSettled([
		polled(call, STORING_SECONDS, async () => {
			const path = '/media/v1/public/file';
			const { body } = await send(call, { method: 'GET', path, query });
			return recordsAt(body, 'data').find(
				(record) =>
					isIt(record) && Date.parse(String(record.createdAt)) >= since - CLOCK_DIFFERENCE,
			);
		}),
	]);
	return found.status === 'fulfilled' ? found.value : undefined;
}
