import type {
	IDataObject,
	ILoadOptionsFunctions,
	INodeListSearchItems,
	INodeListSearchResult,
} from 'n8n-workflow';
import { openListCall } from '../call';
import type { ApiRequest, Call } from '../call';
import { asOnDemandError, nodeApiError } from '../errors';
import { MAX_PAGE_SIZE } from '../paging';
import type { Paging } from '../paging';
import { send } from '../send';
import { recordsAt } from '../wire';

/** Reads a list for the editor; what stops it is shown in the list, in the same words as for an item. */
export async function listed<Result>(
	context: ILoadOptionsFunctions,
	request: ApiRequest,
	read: (call: Call) => Promise<Result>,
): Promise<Result> {
	try {
		return await read(await openListCall(context, request));
	} catch (thrown) {
		throw nodeApiError(asOnDemandError(thrown), context.getNode());
	}
}

interface Search {
	/** The API's list. */
	path: string;
	/** Where the records stand in its answer. */
	records: string[];
	paging: Paging;
	/** Where the page before this one ended. */
	start?: string;
	fits: (record: IDataObject) => boolean;
	shown: (record: IDataObject) => INodeListSearchItems;
}

/**
 * A page of a resource locator's list. The API cannot search, so pages are looked through until one holds
 * something that fits.
 */
export async function searched(
	context: ILoadOptionsFunctions,
	{ path, records, paging, start, fits, shown }: Search,
): Promise<INodeListSearchResult> {
	return await listed(context, { method: 'GET', path }, async (call) => {
		let position = start;
		let results: INodeListSearchItems[];
		do {
			const query = paging.query(position, MAX_PAGE_SIZE);
			const answer = await send(call, { ...call.request, query });
			const page = recordsAt(answer.body, ...records);
			results = page.filter(fits).map(shown);
			position = paging.next(answer, position, page.length >= MAX_PAGE_SIZE);
		} while (position !== undefined && results.length === 0);
		return { results, paginationToken: position };
	});
}

/** Whether every word that the user typed is found in one of the texts. */
export function fits(filter: string | undefined, ...texts: unknown[]): boolean {
	const sought = (filter ?? '').toLowerCase().split(/\s+/);
	const text = texts.join(' ').toLowerCase();
	return sought.every((word) => text.includes(word));
}
