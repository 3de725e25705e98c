import type { IDataObject, ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { pagePaging } from '../paging';
import { fits, searched } from './listed';

/** Plugins of the account by name, category or ID, a page at a time. */
export async function searchPlugins(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	return await searched(this, {
		path: '/plugin/v1/list',
		records: ['data', 'plugins'],
		paging: pagePaging,
		start: paginationToken,
		fits: ({ name, category, pluginId }) => fits(filter, name, category, pluginId),
		shown,
	});
}

function shown({ pluginId, name, category, description }: IDataObject) {
	return {
		name: category ? `${name} (${category})` : String(name),
		value: String(pluginId),
		description: typeof description === 'string' ? description : undefined,
	};
}
