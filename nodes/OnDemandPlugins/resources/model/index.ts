import type { INodeProperties } from 'n8n-workflow';
import { parametersOf } from '../../../shared/operation';
import { getAll } from './getAll';

export const modelDescription: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['model'] } },
		options: [getAll.option],
		default: 'getAll',
	},
	...parametersOf([getAll], 'model'),
];
