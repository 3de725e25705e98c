import type { INodeProperties } from 'n8n-workflow';
import { pluginIdIn } from './ids';

/** Plugins of the account; the name on the wire differs between chat and media. */
export function pluginIds(property: string, description: string): INodeProperties {
	return {
		displayName: 'Plugin Names or IDs',
		name: 'pluginIds',
		type: 'multiOptions',
		typeOptions: { loadOptionsMethod: 'getPlugins' },
		default: [],
		description: `${description}. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.`,
		routing: { send: { type: 'body', property } },
	};
}

/** A plugin of the account, chosen from its list or given by its ID. */
export const pluginLocator: INodeProperties = {
	displayName: 'Plugin',
	name: 'pluginId',
	type: 'resourceLocator',
	default: { mode: 'list', value: '' },
	required: true,
	description: 'The plugin, which OnDemand’s dashboard calls an agent',
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			typeOptions: { searchListMethod: 'searchPlugins', searchable: true },
		},
		{
			displayName: 'By ID or Link',
			name: 'id',
			type: 'string',
			placeholder: 'e.g. plugin-1714419354',
			extractValue: pluginIdIn,
		},
	],
	routing: { send: { type: 'query', property: 'pluginIds' } },
};
