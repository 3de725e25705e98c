import type { INodeProperties } from 'n8n-workflow';
import { requestLimitOptions } from '../../../shared/descriptions/limits';
import { returnAllAndLimit } from '../../../shared/descriptions/lists';
import { simplify } from '../../../shared/descriptions/output';
import { throughDoor } from '../../../shared/door';
import type { OperationDescription } from '../../../shared/operation';
import { pagePaging } from '../../../shared/paging';
import { simplified } from '../../../shared/output';
import { records } from '../../../shared/receive';
import { pluginFields } from './fields';

const parameters: INodeProperties[] = [
	...returnAllAndLimit,
	...simplify,
	{
		displayName: 'Filters',
		name: 'filters',
		type: 'collection',
		placeholder: 'Add Filter',
		default: {},
		options: [
			{
				displayName: 'Plugin IDs',
				name: 'pluginIds',
				type: 'string',
				default: '',
				placeholder: 'e.g. plugin-1714419354, plugin-1713924030',
				description: 'Only these plugins, with commas between the IDs',
				routing: { send: { type: 'query', property: 'pluginIds' } },
			},
		],
	},
	requestLimitOptions,
];

export const getAll: OperationDescription = {
	option: {
		name: 'Get Many',
		value: 'getAll',
		action: 'Get many plugins',
		description: 'List the plugins that the account owns',
		routing: throughDoor({
			method: 'GET',
			url: '/plugin/v1/list',
			parameters,
			paging: pagePaging,
			receive: [records('data', 'plugins'), simplified(...pluginFields)],
		}),
	},
	parameters,
};
