import type { INodePropertyValueExtractor } from 'n8n-workflow';

/** The ID of a session, message or file: in a pasted link, or as it was typed. */
export const objectIdIn: INodePropertyValueExtractor = {
	type: 'regex',
	regex: '([0-9a-f]{24}|^[^/]+$)',
};

/** The ID of a plugin: in a pasted link, or as it was typed. */
export const pluginIdIn: INodePropertyValueExtractor = {
	type: 'regex',
	regex: '((?:plugin|agent)-[0-9]+|^[^/]+$)',
};
