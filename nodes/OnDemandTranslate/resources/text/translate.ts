import type { INodeProperties } from 'n8n-workflow';
import { requestLimits } from '../../../shared/descriptions/limits';
import { maxCharacters } from '../../../shared/descriptions/texts';
import { throughDoor } from '../../../shared/door';
import type { OperationDescription } from '../../../shared/operation';
import { targetLanguages } from '../../targetLanguages';
import { translateText } from '../../translateText';

const parameters: INodeProperties[] = [
	{
		displayName: 'Text',
		name: 'text',
		type: 'string',
		typeOptions: { rows: 4 },
		default: '',
		required: true,
		placeholder: 'e.g. Your order is on its way.',
		description: 'The text to translate. OnDemand finds out its language by itself.',
		routing: { send: { type: 'body', property: 'input' } },
	},
	targetLanguages,
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options: [maxCharacters, ...requestLimits],
	},
];

export const translate: OperationDescription = {
	option: {
		name: 'Translate',
		value: 'translate',
		action: 'Translate text',
		description: 'Translate a text into one or more languages',
		routing: throughDoor({
			method: 'POST',
			url: '/services/v1/public/service/execute/language_translation',
			parameters,
			isRepeatable: true,
			service: 'language translation',
			advice: 'Check the code of the target language and the text of this item.',
			conduct: translateText,
		}),
	},
	parameters,
};
