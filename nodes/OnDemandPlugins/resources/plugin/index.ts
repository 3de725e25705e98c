import type { INodeProperties } from 'n8n-workflow';
import { parametersOf } from '../../../shared/operation';
import { get } from './get';
import { getAll } from './getAll';

export const pluginDescription: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['plugin'] } },
		options: [get.option, getAll.option],
		default: 'getAll',
	},
	...parametersOf([get, getAll], 'plugin'),
];
