import type { INodeProperties } from 'n8n-workflow';
import { languageOptions } from './languages';

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
