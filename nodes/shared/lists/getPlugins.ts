import type { ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';
import { allPages, pagePaging } from '../paging';
import { recordsAt } from '../wire';
import { listed } from './listed';

/** The plugins that the account owns. An account without plugins gets an empty list. */
export async function getPlugins(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	return await listed(this, { method: 'GET', path: '/plugin/v1/list' }, async (call) => {
		const plugins = await allPages(call, pagePaging, Infinity, ({ body }) =>
			recordsAt(body, 'data', 'plugins'),
		);
		return plugins
			.map(({ name, pluginId, category }) => ({
				name: String(name ?? pluginId),
				value: String(pluginId),
				description: category ? `${category}, ${pluginId}` : String(pluginId),
			}))
			.sort((one, other) => one.name.localeCompare(other.name));
	});
}
