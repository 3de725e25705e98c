import type { IDataObject, ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { pagePaging } from '../paging';
import { fits, searched } from './listed';

/** Files by name, kind or ID, a page at a time. */
export async function searchMedia(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	return await searched(this, {
		path: '/media/v1/public/file',
		records: ['data'],
		paging: pagePaging,
		start: paginationToken,
		fits: ({ name, source, id, _id }) => fits(filter, name, source, id, _id),
		shown,
	});
}

function shown({ id, _id, name, source, createdAt }: IDataObject) {
	const day = String(createdAt ?? '').slice(0, 10);
	return { name: `${name || 'Without a name'} (${source}, ${day})`, value: String(id ?? _id) };
}
