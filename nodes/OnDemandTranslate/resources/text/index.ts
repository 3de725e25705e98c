import type { INodeProperties } from 'n8n-workflow';
import { parametersOf } from '../../../shared/operation';
import { translate } from './translate';

export const textDescription: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		options: [translate.option],
		default: 'translate',
	},
	...parametersOf([translate]),
];
