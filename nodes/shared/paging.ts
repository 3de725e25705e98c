import type { IDataObject } from 'n8n-workflow';
import type { ApiAnswer } from './answer';
import type { Call } from './call';
import { OnDemandError } from './errors';
import { send } from './send';
import { textAt } from './wire';

/** How a list of the API goes on from one page to the next. */
export interface Paging {
	/** The query of a page. `position` is undefined for the first one. */
	query: (position: string | undefined, size: number) => IDataObject;
	/** The position of the page after this one, or undefined when this was the last. */
	next: (answer: ApiAnswer, position: string | undefined, isFull: boolean) => string | undefined;
	/** Whether every page of a list must have the same size, because positions count pages. */
	hasPagesOfOneSize: boolean;
}

/** The most records that the API gives in a page, in either scheme. */
export const MAX_PAGE_SIZE = 50;

/** Sessions and messages: `cursor`, until `pagination.next` is empty. */
export const cursorPaging: Paging = {
	query: (position, size) => ({ limit: size, ...(position && { cursor: position }) }),
	next: ({ body }) => textAt(body, 'pagination', 'next') || undefined,
	hasPagesOfOneSize: false,
};

/** Media and plugins: `page`, until a page is not full; there is no total to rely on. */
export const pagePaging: Paging = {
	query: (position, size) => ({ limit: size, page: Number(position ?? 1) }),
	next: (_, position, isFull) => (isFull ? String(Number(position ?? 1) + 1) : undefined),
	hasPagesOfOneSize: true,
};

/**
 * Reads a list page by page, no page larger than what is still wanted, in the least possible requests.
 *
 * @param wanted how many records at most; Infinity for all
 * @param recordsOf what a page becomes, one entry a record
 * @throws OnDemandError when the same page comes a second time: the list would never end
 */
export async function allPages<Item>(
	call: Call,
	paging: Paging,
	wanted: number,
	recordsOf: (answer: ApiAnswer) => Item[],
): Promise<Item[]> {
	const items: Item[] = [];
	const seen = new Set<string>();
	let position: string | undefined;
	do {
		const size = pageSize(paging, wanted, wanted - items.length);
		const query = { ...call.request.query, ...paging.query(position, size) };
		const answer = await send(call, { ...call.request, query });
		const page = recordsOf(answer);
		refuseRepetition(seen, position, page);
		items.push(...page);
		position = paging.next(answer, position, page.length >= size);
	} while (position !== undefined && items.length < wanted);
	return items.slice(0, wanted);
}

/** Page numbers hold for one size only: 75 records are then two pages of 38, not 50 and 25. */
function pageSize(paging: Paging, wanted: number, missing: number): number {
	if (!paging.hasPagesOfOneSize) return Math.min(MAX_PAGE_SIZE, missing);
	if (wanted === Infinity) return MAX_PAGE_SIZE;
	return Math.ceil(wanted / Math.ceil(wanted / MAX_PAGE_SIZE));
}

function refuseRepetition(seen: Set<string>, position: string | undefined, page: unknown[]): void {
	const marks = [`position ${position}`, ...(page.length > 0 ? [JSON.stringify(page[0])] : [])];
	if (marks.some((mark) => seen.has(mark))) {
		throw new OnDemandError('OnDemand sent the same page of the list twice', {
			description: 'Turn off Return All and set a Limit below what was read, or try again later.',
		});
	}
	for (const mark of marks) seen.add(mark);
}
