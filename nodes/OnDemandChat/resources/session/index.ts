import type { INodeProperties } from 'n8n-workflow';
import { parametersOf } from '../../../shared/operation';
import { create } from './create';
import { deleteSession } from './delete';
import { get } from './get';
import { getAll } from './getAll';

export const sessionDescription: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['session'] } },
		options: [create.option, deleteSession.option, get.option, getAll.option],
		default: 'getAll',
	},
	...parametersOf([create, deleteSession, get, getAll], 'session'),
];
