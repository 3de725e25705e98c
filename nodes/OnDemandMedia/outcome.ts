import type { IDataObject } from 'n8n-workflow';
import type { ItemCall } from '../shared/call';
import { asOnDemandError } from '../shared/errors';
import { lookedUp } from '../shared/lookUp';
import { MAX_PAGE_SIZE } from '../shared/paging';

/** The newest entries of the list of media. */
const NEWEST = {
	path: '/media/v1/public/file',
	query: { page: 1, limit: MAX_PAGE_SIZE, sort: '-createdAt' },
};

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
		const found = broken.facts.isOutcomeUnknown
			? await lookedUp(call, NEWEST, since, isIt)
			: undefined;
		return found ?? (await Promise.reject(broken));
	}
}
