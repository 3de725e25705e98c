import type { IDataObject, ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { cursorPaging } from '../paging';
import { fits, searched } from './listed';

/** Sessions by title, user or ID, a page at a time. */
export async function searchSessions(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	return await searched(this, {
		path: '/chat/v1/sessions',
		records: ['data'],
		paging: cursorPaging,
		start: paginationToken,
		fits: ({ title, externalUserId, id }) => fits(filter, title, externalUserId, id),
		shown,
	});
}

function shown({ id, title, externalUserId, createdAt }: IDataObject) {
	const time = String(createdAt ?? '')
		.slice(0, 16)
		.replace('T', ' ');
	return {
		name: `${title || 'Without a title'} (${externalUserId}, ${time})`,
		value: String(id),
	};
}
