import type { IDataObject } from 'n8n-workflow';
import type { Execution } from '../engine';
import { MODEL } from '../sandbox';
import { byId, recording } from './row';

/** An operation whose records can be simplified, and what its output then holds. */
export interface OutputRow {
	does: string;
	node: string;
	parameters: Execution['parameters'];
	items?: Execution['items'];
	/** The fields of a simplified record, in order. */
	simplified: string[];
	/** A field that only the raw record has. */
	rawOnly: string;
	/** The ID, which selected fields always hold. */
	id: string;
}

/** For an AI agent: one more field than the ID. */
const selected = (field: string): IDataObject => ({
	output: 'selectedFields',
	outputFields: field,
});

const session = {
	simplified: ['id', 'title', 'externalUserId', 'pluginIds', 'status', 'createdAt', 'updatedAt'],
	rawOnly: 'companyId',
	id: 'id',
};
const message = {
	simplified: ['id', 'sessionId', 'type', 'status', 'query', 'answer', 'endpointId', 'createdAt'],
	rawOnly: 'companyId',
	id: 'id',
};
const plugin = {
	simplified: [
		'pluginId',
		'name',
		'description',
		'category',
		'type',
		'status',
		'conversationStarters',
		'updatedAt',
	],
	rawOnly: 'companyId',
	id: 'pluginId',
};
const audio = {
	simplified: [
		'id',
		'name',
		'source',
		'mimeType',
		'sizeBytes',
		'actionStatus',
		'url',
		'context',
		'extractedText',
		'createdAt',
	],
	rawOnly: 'companyId',
	id: 'id',
};

export const outputRows: OutputRow[] = [
	{
		does: 'Session: Create',
		node: 'onDemandChat',
		parameters: {
			resource: 'session',
			operation: 'create',
			externalUserId: 'customer-0042',
			...selected('createdAt'),
		},
		...session,
	},
	{
		does: 'Session: Get',
		node: 'onDemandChat',
		parameters: {
			resource: 'session',
			operation: 'get',
			sessionId: byId('={{ $json.sessionId }}'),
			...selected('title'),
		},
		...session,
	},
	{
		does: 'Session: Get Many',
		node: 'onDemandChat',
		parameters: { resource: 'session', operation: 'getAll', ...selected('title') },
		...session,
	},
	{
		does: 'Message: Send',
		node: 'onDemandChat',
		parameters: {
			resource: 'message',
			operation: 'send',
			sessionMode: 'new',
			externalUserId: 'customer-0042',
			query: 'Hello',
			endpointId: MODEL,
			...selected('output'),
		},
		simplified: ['output', 'sessionId', 'messageId', 'status', 'usage'],
		rawOnly: 'metrics',
		id: 'messageId',
	},
	{
		does: 'Message: Get',
		node: 'onDemandChat',
		parameters: {
			resource: 'message',
			operation: 'get',
			sessionId: byId('={{ $json.sessionId }}'),
			messageId: '={{ $json.messageId }}',
			...selected('answer'),
		},
		...message,
	},
	{
		does: 'Message: Get Many',
		node: 'onDemandChat',
		parameters: {
			resource: 'message',
			operation: 'getAll',
			returnAll: true,
			sessionId: byId('={{ $json.sessionId }}'),
			...selected('answer'),
		},
		...message,
	},
	{
		does: 'Media: Upload File',
		node: 'onDemandMedia',
		parameters: {
			resource: 'media',
			operation: 'uploadFile',
			binaryPropertyName: 'data',
			...selected('url'),
		},
		items: [recording],
		...audio,
	},
	{
		does: 'Media: Create From URL',
		node: 'onDemandMedia',
		parameters: {
			resource: 'media',
			operation: 'createFromUrl',
			url: 'https://files.example.com/note.mp3',
			...selected('url'),
		},
		...audio,
		simplified: audio.simplified,
	},
	{
		does: 'Media: Get Many',
		node: 'onDemandMedia',
		parameters: { resource: 'media', operation: 'getAll', ...selected('url') },
		...audio,
	},
	{
		does: 'Plugin: Get',
		node: 'onDemandPlugins',
		parameters: {
			resource: 'plugin',
			operation: 'get',
			pluginId: byId('plugin-1700000001'),
			...selected('name'),
		},
		...plugin,
	},
	{
		does: 'Plugin: Get Many',
		node: 'onDemandPlugins',
		parameters: { resource: 'plugin', operation: 'getAll', ...selected('name') },
		...plugin,
	},
	{
		does: 'Model: Get Many',
		node: 'onDemandPlugins',
		parameters: { resource: 'model', operation: 'getAll', ...selected('context_length') },
		simplified: [
			'endpoint_id',
			'endpoint_name',
			'model_id',
			'status',
			'is_premium',
			'reasoning_efforts',
			'context_length',
			'streaming_supported',
		],
		rawOnly: 'endpoint_url',
		id: 'endpoint_id',
	},
];
