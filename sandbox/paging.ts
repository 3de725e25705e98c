import { invalidInput } from './errors';
import { textOf, wholeNumber } from './narrow';
import type { JsonObject } from './narrow';

/** One page of the cursor scheme, ready to be sent. */
export interface CursorPage<Item> {
	data: Item[];
	pagination: { next: string; limit: number };
}

function clampCursorLimit(limit: number): number {
	if (!(limit >= 1)) return 10;
	return Math.min(limit, 50);
}

/**
 * Cuts one page out of a list by the cursor scheme of the chat family.
 * @param items oldest first; their ids sort by age
 * @param query `cursor`, `limit` (silently clamped) and `sort` as they were sent
 */
export function cursorPage<Item extends { id: string }>(
	items: Item[],
	query: JsonObject,
): CursorPage<Item> {
	const sort = query.sort ?? 'desc';
	if (sort !== 'asc' && sort !== 'desc') throw invalidInput();
	const cursor = textOf(query.cursor) ?? '';
	const limit = clampCursorLimit(wholeNumber(query.limit));

	const ordered = sort === 'asc' ? items : [...items].reverse();
	const rest = ordered.filter(
		({ id }) => cursor === '' || (sort === 'asc' ? id > cursor : id < cursor),
	);
	const data = rest.slice(0, limit);
	const next = rest.length > limit ? data[limit - 1].id : '';
	return { data, pagination: { next, limit } };
}

/** One page of the page scheme. */
export interface NumberedPage<Item> {
	data: Item[];
	page: number;
	limit: number;
}

/**
 * Cuts one page out of a list by the page scheme of the media and plugin families.
 * @param defaultLimit page size when none is sent
 */
export function numberedPage<Item>(
	items: Item[],
	query: JsonObject,
	defaultLimit: number,
): NumberedPage<Item> {
	const page = Math.max(1, wholeNumber(query.page) || 1);
	const asked = wholeNumber(query.limit);
	const limit = asked >= 1 ? Math.min(asked, 50) : defaultLimit;
	return { data: items.slice((page - 1) * limit, page * limit), page, limit };
}
