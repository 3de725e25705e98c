import type { INodeProperties } from 'n8n-workflow';
import { languageOptions } from './languages';
import { DEFAULT_MAX_CHARACTERS } from './translation';

export const targetLanguages: INodeProperties = {
	displayName: 'Target Languages',
	name: 'targetLanguages',
	type: 'multiOptions',
	options: languageOptions,
	default: [],
	required: true,
	description:
		'The languages to translate into, each giving an output item. An expression may give other codes, as a list or with commas.',
};

export const maxCharacters: INodeProperties = {
	displayName: 'Max Characters per Request',
	name: 'maxCharacters',
	type: 'number',
	typeOptions: { minValue: 1 },
	default: DEFAULT_MAX_CHARACTERS,
	description:
		'Longer texts are sent in parts, cut at the ends of paragraphs and sentences, and joined again. OnDemand publishes no limit of its own.',
};
