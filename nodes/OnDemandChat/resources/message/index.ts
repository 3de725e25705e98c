import type { INodeProperties } from 'n8n-workflow';
import { parametersOf } from '../../../shared/operation';
import { get } from './get';
import { getAll } from './getAll';
import { send } from './send';

export const messageDescription: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['message'] } },
		options: [get.option, getAll.option, send.option],
		default: 'send',
	},
	...parametersOf([get, getAll, send], 'message'),
];
