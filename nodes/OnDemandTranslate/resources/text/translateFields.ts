import type { INodeProperties } from 'n8n-workflow';
import { requestLimits } from '../../../shared/descriptions/limits';
import { maxCharacters } from '../../../shared/descriptions/texts';
import { throughDoor } from '../../../shared/door';
import type { OperationDescription } from '../../../shared/operation';
import { targetLanguages } from '../../targetLanguages';
import { translateRow } from '../../translateRow';

const parameters: INodeProperties[] = [
	{
		displayName: 'Fields',
		name: 'fields',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. title, description, variants.*.label',
		hint: 'Fields of the item, with commas between them. A dot leads into an object, a * stands for every entry of a list.',
		description:
			'What to translate. Only texts change: numbers, links, e-mail addresses, HTML tags and {{placeholders}} stay as they are.',
	},
	targetLanguages,
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options: [
			{
				displayName: 'Language Field',
				name: 'languageField',
				type: 'string',
				default: '',
				placeholder: 'e.g. language',
				description: 'A field of the output in which to put the code of the target language',
			},
			maxCharacters,
			...requestLimits,
		],
	},
];

export const translateFields: OperationDescription = {
	option: {
		name: 'Translate Fields',
		value: 'translateFields',
		action: 'Translate fields of item',
		description: 'Translate chosen fields of a row in place and keep all others',
		routing: throughDoor({
			method: 'POST',
			url: '/services/v1/public/service/execute/language_translation',
			parameters,
			isRepeatable: true,
			service: 'language translation',
			advice: 'Check the code of the target language and the fields of this item.',
			conduct: translateRow,
		}),
	},
	parameters,
};
