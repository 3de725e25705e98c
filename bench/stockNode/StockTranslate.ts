import { NodeConnectionTypes } from 'n8n-workflow';
import type { INodeType, INodeTypeDescription } from 'n8n-workflow';

/** The translation as n8n's guide for declarative nodes builds it: routing alone, nothing of this package. */
export class StockTranslate implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Stock Translate',
		name: 'stockTranslate',
		group: ['transform'],
		version: 1,
		description: 'Translate a text',
		defaults: { name: 'Stock Translate' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'stockApi', required: true }],
		requestDefaults: {
			baseURL: '={{ $credentials.baseUrl }}',
			headers: { Accept: 'application/json' },
		},
		properties: [
			{
				displayName: 'Operation',
				name: 'operation',
				type: 'options',
				noDataExpression: true,
				options: [
					{
						name: 'Translate',
						value: 'translate',
						action: 'Translate text',
						routing: {
							request: {
								method: 'POST',
								url: '/services/v1/public/service/execute/language_translation',
							},
							output: {
								postReceive: [{ type: 'rootProperty', properties: { property: 'data' } }],
							},
						},
					},
				],
				default: 'translate',
			},
			{
				displayName: 'Text',
				name: 'text',
				type: 'string',
				default: '',
				routing: { send: { type: 'body', property: 'input' } },
			},
			{
				displayName: 'Target Language',
				name: 'targetLanguage',
				type: 'string',
				default: '',
				routing: { send: { type: 'body', property: 'languageCode' } },
			},
		],
		usableAsTool: true,
	};
}
