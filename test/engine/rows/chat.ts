import { byId, ID } from './row';
import type { Row } from './row';
import { MODEL, question } from '../sandbox';

export const chatRows: Row[] = [
	{
		does: 'Session: Create',
		node: 'onDemandChat',
		parameters: {
			resource: 'session',
			operation: 'create',
			externalUserId: 'customer-0042',
			pluginIds: ['plugin-1700000001'],
			simplify: false,
		},
		sends: {
			operationId: 'createChatSession',
			path: '/chat/v1/sessions',
			body: { externalUserId: 'customer-0042', pluginIds: ['plugin-1700000001'] },
		},
	},
	{
		does: 'Session: Get',
		node: 'onDemandChat',
		parameters: {
			resource: 'session',
			operation: 'get',
			sessionId: byId(ID),
			simplify: true,
		},
		sends: { operationId: 'getChatSession', path: `/chat/v1/sessions/${ID}` },
	},
	{
		does: 'Session: Get Many',
		node: 'onDemandChat',
		parameters: {
			resource: 'session',
			operation: 'getAll',
			returnAll: false,
			limit: 7,
			simplify: true,
			filters: { externalUserId: 'customer-0042', sort: 'asc' },
			options: { maxParallelRequests: 4, rateLimitWait: 60 },
		},
		sends: {
			operationId: 'listChatSessions',
			path: '/chat/v1/sessions',
			query: { externalUserId: 'customer-0042', sort: 'asc', limit: '7' },
		},
	},
	{
		does: 'Session: Delete',
		node: 'onDemandChat',
		parameters: { resource: 'session', operation: 'delete', sessionId: byId(ID) },
		sends: { operationId: 'deleteChatSession', path: `/chat/v1/sessions/${ID}` },
	},
	{
		does: 'Message: Send with every option',
		node: 'onDemandChat',
		parameters: question('When will it arrive?', {
			sessionMode: 'existing',
			sessionId: byId(ID),
			pluginIds: 'plugin-1700000001, plugin-1700000002',
			simplify: true,
			options: {
				fulfillmentPrompt: 'Answer in one sentence.',
				temperature: 0.2,
				topP: 0.9,
				presencePenalty: 0.5,
				frequencyPenalty: 1.5,
				stopSequences: ['END', 'STOP'],
				fulfillmentOnly: true,
				reasoningEffort: 'low',
				reasoningMode: 'dynamic',
				parseAnswerAsJson: false,
				maxParallelRequests: 4,
				rateLimitWait: 60,
			},
		}),
		sends: {
			operationId: 'submitQuery',
			path: `/chat/v1/sessions/${ID}/query`,
			body: {
				query: 'When will it arrive?',
				endpointId: MODEL.value,
				responseMode: 'sync',
				pluginIds: ['plugin-1700000001', 'plugin-1700000002'],
				fulfillmentOnly: true,
				reasoningEffort: 'low',
				reasoningMode: 'dynamic',
				modelConfigs: {
					fulfillmentPrompt: 'Answer in one sentence.',
					temperature: 0.2,
					topP: 0.9,
					presencePenalty: 0.5,
					frequencyPenalty: 1.5,
					stopSequences: ['END', 'STOP'],
				},
			},
		},
	},
	{
		does: 'Message: Send without options',
		node: 'onDemandChat',
		parameters: question('Hello', {
			sessionMode: 'existing',
			sessionId: byId(ID),
			responseMode: 'stream',
			options: { fulfillmentPrompt: '' },
		}),
		sends: {
			operationId: 'submitQuery',
			path: `/chat/v1/sessions/${ID}/query`,
			body: { query: 'Hello', endpointId: MODEL.value, responseMode: 'stream' },
		},
	},
	{
		does: 'Message: Send that waits for the answer',
		node: 'onDemandChat',
		parameters: question('Hello', {
			sessionMode: 'existing',
			sessionId: byId(ID),
			responseMode: 'webhook',
			options: { waitForAnswer: 5 },
		}),
		sends: {
			operationId: 'submitQuery',
			path: `/chat/v1/sessions/${ID}/query`,
			body: { query: 'Hello', endpointId: MODEL.value, responseMode: 'webhook' },
		},
	},
	{
		does: 'Message: Get',
		node: 'onDemandChat',
		parameters: {
			resource: 'message',
			operation: 'get',
			sessionId: byId(ID),
			messageId: ID,
			simplify: true,
		},
		sends: { operationId: 'getChatMessage', path: `/chat/v1/sessions/${ID}/messages/${ID}` },
	},
	{
		does: 'Message: Get Many',
		node: 'onDemandChat',
		parameters: {
			resource: 'message',
			operation: 'getAll',
			sessionId: byId(ID),
			returnAll: false,
			limit: 3,
			simplify: true,
			filters: { externalUserId: 'customer-0042', sort: 'desc' },
			options: { maxParallelRequests: 4, rateLimitWait: 60 },
		},
		sends: {
			operationId: 'listChatMessages',
			path: `/chat/v1/sessions/${ID}/messages`,
			query: { externalUserId: 'customer-0042', sort: 'desc', limit: '3' },
		},
	},
];
