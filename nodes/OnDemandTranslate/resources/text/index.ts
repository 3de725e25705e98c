import type { INodeProperties } from 'n8n-workflow';
import { parametersOf } from '../../../shared/operation';
import { translate } from './translate';
import { translateFields } from './translateFields';

export const textDescription: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['text'] } },
		options: [translate.option, translateFields.option],
		default: 'translate',
	},
	...parametersOf([translate, translateFields], 'text'),
];
