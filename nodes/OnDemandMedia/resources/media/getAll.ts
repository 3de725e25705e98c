import type { INodeProperties } from 'n8n-workflow';
import { externalUserFilter } from '../../../shared/descriptions/chat';
import { requestLimitOptions } from '../../../shared/descriptions/limits';
import { returnAllAndLimit } from '../../../shared/descriptions/lists';
import { simplify } from '../../../shared/descriptions/output';
import { throughDoor } from '../../../shared/door';
import type { OperationDescription } from '../../../shared/operation';
import { pagePaging } from '../../../shared/paging';
import { simplified } from '../../../shared/output';
import { records, withId } from '../../../shared/receive';
import { mediaFields } from './fields';

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
			externalUserFilter,
			{
				displayName: 'Plugin ID',
				name: 'pluginId',
				type: 'string',
				default: '',
				placeholder: 'e.g. plugin-1713954536',
				description: 'Only what this plugin has read',
				routing: { send: { type: 'query', property: 'plugins' } },
			},
			{
				displayName: 'Sort',
				name: 'sort',
				type: 'options',
				options: [
					{ name: 'Least Recently Changed First', value: 'updatedAt' },
					{ name: 'Newest First', value: '-createdAt' },
					{ name: 'Oldest First', value: 'createdAt' },
					{ name: 'Recently Changed First', value: '-updatedAt' },
				],
				default: '-createdAt',
				description: 'The order of the files',
				routing: { send: { type: 'query', property: 'sort' } },
			},
			{
				displayName: 'Source',
				name: 'source',
				type: 'options',
				options: [
					{ name: 'Audio', value: 'audio' },
					{ name: 'Document', value: 'document' },
					{ name: 'Image', value: 'image' },
					{ name: 'Video', value: 'video' },
					{ name: 'YouTube', value: 'youtube' },
				],
				default: 'document',
				description: 'Only files of this kind',
				routing: { send: { type: 'query', property: 'source' } },
			},
		],
	},
	requestLimitOptions,
];

export const getAll: OperationDescription = {
	option: {
		name: 'Get Many',
		value: 'getAll',
		action: 'Get many media files',
		description: 'List the files of the account, the newest first',
		routing: throughDoor({
			method: 'GET',
			url: '/media/v1/public/file',
			parameters,
			paging: pagePaging,
			receive: [records('data'), withId, simplified(...mediaFields)],
		}),
	},
	parameters,
};
