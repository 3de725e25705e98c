import type { AxiosInstance } from 'axios';
import { startSandbox } from '../../sandbox/server';
import type { Sandbox } from '../../sandbox/server';
import {
	ask,
	clientOf,
	messageAfter,
	model,
	newSession,
	newestMessage,
	unknownId,
} from './support';

let sandbox: Sandbox;
let api: AxiosInstance;

beforeAll(async () => {
	sandbox = await startSandbox({ settings: { webhookDelayMs: 20 } });
	api = clientOf(sandbox);
});

beforeEach(async () => await sandbox.reset());

afterAll(async () => await sandbox.stop());

describe('session', () => {
	it('is created with status 201 and the full body', async () => {
		const answer = await api.post('/chat/v1/sessions', {
			externalUserId: 'customer-0042',
			pluginIds: ['plugin-1713954536'],
			contextMetadata: [{ key: 'tier', value: 'gold' }],
		});
		expect(answer.status).toBe(201);
		expect(answer.data).toEqual({
			message: 'Chat session created successfully',
			data: {
				id: expect.stringMatching(/^[0-9a-f]{24}$/),
				companyId: expect.any(String),
				externalUserId: 'customer-0042',
				agentIds: ['agent-1713954536'],
				pluginIds: ['plugin-1713954536'],
				contextMetadata: [{ key: 'tier', value: 'gold' }],
				title: '',
				status: 'draft',
				createdBy: expect.any(String),
				createdAt: expect.stringMatching(/\.\d{9}Z$/),
				updatedAt: expect.stringMatching(/\.\d{9}Z$/),
				liveSettings: {
					enabled: false,
					mode: 'on-events',
					groundRules: '',
					destinations: { email: { enabled: false }, slack: { enabled: false } },
				},
				isProcessing: false,
			},
		});
	});

	it('takes agent ids and shows both forms', async () => {
		const { data } = await api.post('/chat/v1/sessions', {
			externalUserId: 'customer-1',
			agentIds: ['agent-1700000001'],
		});
		expect(data.data).toMatchObject({
			agentIds: ['agent-1700000001'],
			pluginIds: ['plugin-1700000001'],
		});
	});

	it('needs an external user', async () => {
		const answer = await api.post('/chat/v1/sessions', { pluginIds: [] });
		expect(answer.status).toBe(400);
	});

	it('refuses unknown agents by name', async () => {
		const answer = await api.post('/chat/v1/sessions', {
			externalUserId: 'customer-1',
			pluginIds: ['plugin-1713954536', 'plugin-1722260873'],
		});
		expect(answer.status).toBe(400);
		expect(answer.data).toEqual({
			message: 'One or more agents are invalid: agent-1722260873',
			errorCode: 'invalid_request',
			details: { invalidAgentIds: ['agent-1722260873'] },
		});
	});

	it('without messages is not listed', async () => {
		await newSession(api);
		const { data } = await api.get('/chat/v1/sessions');
		expect(data.data).toEqual([]);
	});

	it('is listed with a title after its first query', async () => {
		const id = await newSession(api);
		await ask(api, id);
		const { data } = await api.get('/chat/v1/sessions');
		expect(data.data).toEqual([
			expect.objectContaining({ id, title: 'When will my parcel arrive?' }),
		]);
	});

	it('can be read', async () => {
		const id = await newSession(api);
		const answer = await api.get(`/chat/v1/sessions/${id}`);
		expect(answer.data).toMatchObject({
			message: 'Chat session fetched successfully',
			data: { id },
		});
	});

	it('is gone after it was deleted', async () => {
		const id = await newSession(api);
		const answer = await api.delete(`/chat/v1/sessions/${id}`);
		expect(answer.status).toBe(200);
		expect(answer.data).toEqual({ message: 'Chat session deleted successfully' });
		expect((await api.get(`/chat/v1/sessions/${id}`)).status).toBe(404);
	});

	it('keeps live settings', async () => {
		const id = await newSession(api);
		const settings = {
			enabled: true,
			mode: 'onevents',
			destinations: { slack: { enabled: true } },
		};
		const answer = await api.put(`/chat/v1/sessions/${id}/live-settings`, settings);
		expect(answer.status).toBe(200);
		expect(answer.data.data).toMatchObject({ enabled: true, mode: 'on-events' });
	});

	it.each([
		['get', ''],
		['delete', ''],
		['get', '/messages'],
		['get', `/messages/${unknownId}`],
		['post', '/query'],
	])('%s …%s tells a malformed id from an unknown one', async (method, rest) => {
		const malformed = await api.request({ method, url: `/chat/v1/sessions/nonsense${rest}` });
		expect(malformed.status).toBe(400);
		expect(malformed.data).toEqual({
			message: 'sessionId is invalid',
			errorCode: 'invalid_request',
		});
		const unknown = await api.request({ method, url: `/chat/v1/sessions/${unknownId}${rest}` });
		expect(unknown.status).toBe(404);
		expect(unknown.data).toEqual({ message: 'Resource not found', errorCode: 'not_found' });
	});
});

describe('sync query', () => {
	it('is answered with the whole answer and its usage', async () => {
		const sessionId = await newSession(api);
		const answer = await ask(api, sessionId, { query: 'Where is it?' });
		expect(answer.status).toBe(200);
		expect(answer.data).toEqual({
			message: 'Chat query submitted successfully',
			data: {
				sessionId,
				messageId: expect.stringMatching(/^[0-9a-f]{24}$/),
				answer: `You asked: “Where is it?”. This session holds 1 message (${model}). → Réponse complète ✅`,
				metrics: {
					inputTokens: 1003,
					outputTokens: expect.any(Number),
					totalTokens: expect.any(Number),
					ragTimeSec: 0,
					fulfillmentTimeSec: expect.any(Number),
					totalTimeSec: expect.any(Number),
				},
				status: 'completed',
			},
		});
	});

	it('shows how many messages the session holds', async () => {
		const sessionId = await newSession(api);
		await ask(api, sessionId);
		const { data } = await ask(api, sessionId);
		expect(data.data.answer).toContain('This session holds 2 messages');
	});

	it('shows the fulfillment prompt', async () => {
		const modelConfigs = { fulfillmentPrompt: 'Answer in one sentence.' };
		const { data } = await ask(api, await newSession(api), { modelConfigs });
		expect(data.data.answer).toContain('“Answer in one sentence.”');
	});

	it('is answered with JSON when it asks for JSON', async () => {
		const query = 'Please reply with JSON';
		const { data } = await ask(api, await newSession(api), { query });
		expect(JSON.parse(data.data.answer)).toEqual({ question: query, messages: 1, model });
	});

	it('is stored as a message', async () => {
		const sessionId = await newSession(api, { pluginIds: ['plugin-1700000002'] });
		const { data } = await ask(api, sessionId, { reasoningEffort: 'max', reasoningMode: 'opus' });
		const { messageId, answer, metrics } = data.data;
		const stored = await api.get(`/chat/v1/sessions/${sessionId}/messages/${messageId}`);
		expect(stored.data.message).toBe('Chat message fetched successfully');
		expect(stored.data.data).toMatchObject({
			id: messageId,
			sessionId,
			type: 'text',
			status: 'completed',
			responseMode: 'sync',
			query: 'When will my parcel arrive?',
			answer,
			publicMetrics: metrics,
			pluginIds: ['plugin-1700000002'],
			agentIds: ['agent-1700000002'],
			reasoningEffort: 'max',
			reasoningMode: 'opus',
		});
	});

	it.each([
		['uses the plugins of the session', {}, ['plugin-1700000002']],
		['falls back to them for an empty list', { pluginIds: [] }, ['plugin-1700000002']],
		['replaces them', { pluginIds: ['plugin-1700000003'] }, ['plugin-1700000003']],
		['skips them on fulfillmentOnly', { fulfillmentOnly: true }, []],
	])('%s', async (_what, body, pluginIds) => {
		const sessionId = await newSession(api, { pluginIds: ['plugin-1700000002'] });
		await ask(api, sessionId, body);
		expect(await newestMessage(api, sessionId)).toMatchObject({ pluginIds });
	});

	it('is carried out although the client goes away', async () => {
		sandbox.configure({ thinkingMs: 30 });
		const sessionId = await newSession(api);
		const gone = new AbortController();
		const request = api.post(
			`/chat/v1/sessions/${sessionId}/query`,
			{ query: 'Anyone?', endpointId: model, responseMode: 'sync' },
			{ signal: gone.signal },
		);
		request.catch(() => undefined);
		while (sandbox.counters().queriesAccepted === 0) await api.get('/chat/v1/sessions?limit=1');
		gone.abort();
		const { id } = await newestMessage(api, sessionId);
		expect(await messageAfter(api, sessionId, String(id))).toMatchObject({ status: 'completed' });
	});
});

describe('query validation', () => {
	const agents = ['plugin-1722260873'];

	it.each([
		['endpointId is required', { endpointId: undefined, pluginIds: agents }],
		['endpointId is required', { endpointId: '' }],
		[
			'endpointId predefined-openai-gpt4o is not active',
			{ endpointId: 'predefined-openai-gpt4o', pluginIds: agents },
		],
		['endpointId predefined-nothing is not active', { endpointId: 'predefined-nothing' }],
		[
			'One or more agents are invalid: agent-1722260873',
			{ pluginIds: agents, reasoningEffort: 'high' },
		],
		[
			'reasoningEffort must be one of low, medium, max',
			{ reasoningEffort: 'high', responseMode: 'smoke' },
		],
		['Input params are missing or invalid', { responseMode: 'smoke' }],
		['Input params are missing or invalid', { query: undefined }],
		['Input params are missing or invalid', { modelConfigs: { temperature: 3 } }],
		[
			'Input params are missing or invalid',
			{ modelConfigs: { stopSequences: ['1', '2', '3', '4', '5'] } },
		],
		['Input params are missing or invalid', { chatMode: 'plan' }],
	])('%s: %j', async (message, body) => {
		const sessionId = await newSession(api);
		const answer = await ask(api, sessionId, body);
		expect(answer.status).toBe(400);
		expect(answer.data).toMatchObject({ message, errorCode: 'invalid_request' });
		expect(sandbox.counters().queriesAccepted).toBe(0);
	});

	it('names all invalid agents', async () => {
		const pluginIds = ['plugin-1', 'plugin-1713954536', 'plugin-2'];
		const { data } = await ask(api, await newSession(api), { pluginIds });
		expect(data.details).toEqual({ invalidAgentIds: ['agent-1', 'agent-2'] });
	});
});

describe('webhook query', () => {
	it('is accepted without an answer and completed later', async () => {
		const sessionId = await newSession(api);
		const { status, data } = await ask(api, sessionId, { responseMode: 'webhook' });
		expect(status).toBe(200);
		expect(data.data).toEqual({
			sessionId,
			messageId: expect.any(String),
			status: 'processing',
		});
		const message = await messageAfter(api, sessionId, data.data.messageId);
		expect(message).toMatchObject({ status: 'completed', publicMetrics: expect.any(Object) });
		expect(message.answer).toContain('You asked');
	});

	it('can fail', async () => {
		sandbox.configure({ webhookOutcome: 'failed' });
		const sessionId = await newSession(api);
		const { data } = await ask(api, sessionId, { responseMode: 'webhook' });
		const message = await messageAfter(api, sessionId, data.data.messageId);
		expect(message).toMatchObject({ status: 'failed', answer: '' });
	});
});

describe('counters', () => {
	it('count the same query in the same session as a duplicate', async () => {
		const first = await newSession(api);
		const second = await newSession(api);
		await ask(api, first);
		await ask(api, second);
		await ask(api, first);
		expect(sandbox.counters()).toMatchObject({
			sessionsCreated: 2,
			queriesAccepted: 3,
			queriesCarriedOut: 3,
			duplicates: 1,
		});
	});
});
