import type { IDataObject } from 'n8n-workflow';
import type { ItemCall } from '../shared/call';
import { OnDemandError } from '../shared/errors';
import { MAX_PAGE_SIZE, pagePaging } from '../shared/paging';
import { send } from '../shared/send';
import { recordsAt } from '../shared/wire';

/**
 * A media record by its ID. The API has no call for one record, so its list is looked through, the newest first.
 *
 * @throws OnDemandError when the account has no such record
 */
export async function findMedia(call: ItemCall, id: string): Promise<IDataObject> {
	let position: string | undefined;
	do {
		const answer = await send(call, {
			method: 'GET',
			path: '/media/v1/public/file',
			query: { ...pagePaging.query(position, MAX_PAGE_SIZE), sort: '-createdAt' },
		});
		const page = recordsAt(answer.body, 'data');
		const found = page.find((media) => (media.id ?? media._id) === id);
		if (found) return found;
		position = pagePaging.next(answer, position, page.length >= MAX_PAGE_SIZE);
	} while (position !== undefined);
	throw new OnDemandError(`File not found: ${id}`, {
		description: 'Check "File": the account has no media with this ID. It may have been deleted.',
		cause: 'configuration-invalid',
	});
}
