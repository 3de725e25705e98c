import type { INodeProperties } from 'n8n-workflow';
import { KNOWLEDGE_AGENT, YOUTUBE_AGENT } from '../fileAgents';
import { maxParallelRequests, rateLimitWait } from './limits';
import { objectIdIn } from './ids';

/** Which file of the input item is meant. */
export const binaryPropertyName: INodeProperties = {
	displayName: 'Input Data Field Name',
	name: 'binaryPropertyName',
	type: 'string',
	default: 'data',
	required: true,
	placeholder: 'e.g. data',
	hint: 'The name of the input field that holds the file',
	description: 'Under this name the input item shows its file in the Binary tab',
};

/** Where an operation puts the file that it gives. */
export const outputBinaryPropertyName: INodeProperties = {
	displayName: 'Output Data Field Name',
	name: 'outputBinaryPropertyName',
	type: 'string',
	default: 'data',
	required: true,
	placeholder: 'e.g. data',
	hint: 'The name of the output field to put the file in',
	description: 'Under this name the output item shows its file in the Binary tab',
};

/** OnDemand's own plugins that read files. Without a choice, the type of the file decides. */
export const fileAgents: INodeProperties = {
	displayName: 'File Agents',
	name: 'pluginIds',
	type: 'multiOptions',
	options: [
		{ name: 'Audio', value: 'plugin-1713958830' },
		{ name: 'Document', value: 'plugin-1713954536' },
		{ name: 'Image', value: 'plugin-1713958591' },
		{
			name: 'Knowledge Ingestion',
			value: KNOWLEDGE_AGENT,
			description: 'Feeds a knowledge plugin; choose the agent of the file’s type too',
		},
		{ name: 'Video', value: 'plugin-1713967141' },
		{ name: 'YouTube', value: YOUTUBE_AGENT },
	],
	default: [],
	description:
		'The plugins that read the file. Without a choice, the type of the file decides. An expression may give other IDs.',
	routing: { send: { type: 'body', property: 'plugins' } },
};

/** Whether OnDemand answers when the file is read, or at once. */
export const mediaResponseMode: INodeProperties = {
	displayName: 'Response Mode',
	name: 'responseMode',
	type: 'options',
	options: [
		{ name: 'Sync', value: 'sync', description: 'Wait until the file has been read' },
		{
			name: 'Webhook',
			value: 'webhook',
			description: 'Return at once; OnDemand tells the webhook of your account when it is done',
		},
	],
	default: 'sync',
	description: 'When OnDemand answers',
	routing: { send: { type: 'body', property: 'responseMode' } },
};

/** What a new media record may be given besides its file. */
export const mediaOptions: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add Option',
	default: {},
	options: [
		{
			displayName: 'External User ID',
			name: 'externalUserId',
			type: 'string',
			default: '',
			placeholder: 'e.g. customer-0042',
			description: 'Whose file it is, by an ID of your own',
			routing: { send: { type: 'body', property: 'externalUserId' } },
		},
		maxParallelRequests,
		{
			displayName: 'Name',
			name: 'name',
			type: 'string',
			default: '',
			placeholder: 'e.g. terms.pdf',
			description: 'The name to store the file under',
			routing: { send: { type: 'body', property: 'name' } },
		},
		rateLimitWait,
		{
			displayName: 'Session ID',
			name: 'sessionId',
			type: 'string',
			default: '',
			placeholder: 'e.g. 6ac98247aa268adc215df6e1',
			description: 'The chat session that may speak about the file',
			routing: { send: { type: 'body', property: 'sessionId' } },
		},
		{
			displayName: 'Wait for Processing (Seconds)',
			name: 'waitForProcessing',
			type: 'number',
			typeOptions: { minValue: 0 },
			default: 300,
			description:
				'How long to wait until OnDemand has read the file. When time is up, the output holds the record as it is, with the actionStatus processing.',
		},
	],
};

/** A media record, chosen from the account's files or given by its ID. */
export const mediaLocator: INodeProperties = {
	displayName: 'File',
	name: 'fileId',
	type: 'resourceLocator',
	default: { mode: 'list', value: '' },
	required: true,
	description: 'The uploaded file',
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			typeOptions: { searchListMethod: 'searchMedia', searchable: true },
		},
		{
			displayName: 'By ID or Link',
			name: 'id',
			type: 'string',
			placeholder: 'e.g. 6aca3ce1cf3ee6ce34738fd6',
			extractValue: objectIdIn,
		},
	],
};
