import { NodeConnectionTypes } from 'n8n-workflow';
import type { INodeType, INodeTypeDescription } from 'n8n-workflow';
import { allItemsThroughDoor } from '../shared/door';
import { textDescription } from './resources/text';
import { hints } from './hints';

export class OnDemandTranslate implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'OnDemand Translate',
		name: 'onDemandTranslate',
		icon: { light: 'file:../../icons/ondemand.svg', dark: 'file:../../icons/ondemand.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: '={{ $parameter["operation"] }}',
		description: 'Translate texts into one or more languages with OnDemand',
		defaults: { name: 'OnDemand Translate' },
		usableAsTool: true,
		hints,
		builderHint: {
			searchHint:
				'Translate works on one text; Translate Fields works on chosen fields of each row and keeps the others. Use the error output to keep rows aside that could not be translated.',
		},
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'onDemandApi', required: true }],
		requestDefaults: { headers: { Accept: 'application/json' } },
		properties: [
			{
				displayName: 'Resource',
				name: 'resource',
				type: 'options',
				noDataExpression: true,
				options: [{ name: 'Text', value: 'text' }],
				default: 'text',
			},
			...textDescription,
		],
	};

	customOperations = allItemsThroughDoor(this.description);
}
