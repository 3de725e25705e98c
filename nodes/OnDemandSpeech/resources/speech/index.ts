import type { INodeProperties } from 'n8n-workflow';
import { parametersOf } from '../../../shared/operation';
import { synthesize } from './synthesize';
import { transcribe } from './transcribe';

export const speechDescription: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['speech'] } },
		options: [synthesize.option, transcribe.option],
		default: 'transcribe',
	},
	...parametersOf([synthesize, transcribe], 'speech'),
];
