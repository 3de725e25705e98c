/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- tests run on Node itself, never inside n8n */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AxiosInstance, AxiosResponse } from 'axios';
import { OpenAPIBackend } from 'openapi-backend';
import { parse } from 'yaml';
import { startSandbox } from '../../sandbox/server';
import type { Sandbox } from '../../sandbox/server';
import { ask, clientOf, newSession, unknownId } from './support';

const description = join(__dirname, '../../sandbox/ondemand.openapi.yaml');
const services = '/services/v1/public/service/execute';
const document = {
	url: 'https://files.example.com/terms.pdf',
	plugins: ['plugin-1713954536'],
	responseMode: 'sync',
};

let sandbox: Sandbox;
let api: AxiosInstance;
let contract: OpenAPIBackend;
let sessionId: string;
let messageId: string;

beforeAll(async () => {
	sandbox = await startSandbox();
	api = clientOf(sandbox);
	contract = new OpenAPIBackend({
		definition: parse(readFileSync(description, 'utf8')),
		quick: true,
		ajvOpts: { strict: false, formats: { uri: true, email: true, 'date-time': true } },
	});
	await contract.init();
	sessionId = await newSession(api, { pluginIds: ['plugin-1700000001'] });
	const { data } = await ask(api, sessionId, { modelConfigs: { temperature: 0.2 } });
	messageId = data.data.messageId;
	await api.post('/media/v1/public/file', { ...document, sessionId });
});

afterAll(async () => await sandbox.stop());

const calls: Array<[string, number, () => Promise<AxiosResponse>]> = [
	[
		'createChatSession',
		201,
		async () => await api.post('/chat/v1/sessions', { externalUserId: 'a' }),
	],
	['createChatSession', 400, async () => await api.post('/chat/v1/sessions', {})],
	['listChatSessions', 200, async () => await api.get('/chat/v1/sessions')],
	['getChatSession', 200, async () => await api.get(`/chat/v1/sessions/${sessionId}`)],
	['getChatSession', 404, async () => await api.get(`/chat/v1/sessions/${unknownId}`)],
	[
		'updateLiveSessionSettings',
		200,
		async () =>
			await api.put(`/chat/v1/sessions/${sessionId}/live-settings`, {
				enabled: true,
				mode: 'proactive',
			}),
	],
	['submitQuery', 200, async () => await ask(api, sessionId)],
	['submitQuery', 200, async () => await ask(api, sessionId, { responseMode: 'webhook' })],
	['submitQuery', 400, async () => await ask(api, sessionId, { pluginIds: ['plugin-1'] })],
	['listChatMessages', 200, async () => await api.get(`/chat/v1/sessions/${sessionId}/messages`)],
	[
		'getChatMessage',
		200,
		async () => await api.get(`/chat/v1/sessions/${sessionId}/messages/${messageId}`),
	],
	['createMediaFromUrl', 200, async () => await api.post('/media/v1/public/file', document)],
	[
		'createMediaFromUrl',
		500,
		async () => await api.post('/media/v1/public/file', { ...document, plugins: [] }),
	],
	['listMedia', 200, async () => await api.get('/media/v1/public/file?limit=50')],
	['listPlugins', 200, async () => await api.get('/plugin/v1/list')],
	['listPlugins', 206, async () => await api.get('/plugin/v1/list?pluginIds=plugin-1')],
	['listModelEndpoints', 200, async () => await api.get('/config/v1/public/endpoints')],
	['listReasoningModes', 200, async () => await api.get('/config/v1/public/reasoning_modes')],
	[
		'translateText',
		200,
		async () =>
			await api.post(`${services}/language_translation`, { input: 'Hello', languageCode: 'es' }),
	],
	[
		'textToSpeech',
		200,
		async () =>
			await api.post(`${services}/text_to_speech`, {
				model: 'tts-1',
				input: 'Hello',
				voice: 'alloy',
			}),
	],
	[
		'speechToText',
		400,
		async () => await api.post(`${services}/speech_to_text`, { audioUrl: 'https://a.example' }),
	],
	['deleteChatSession', 200, async () => await api.delete(`/chat/v1/sessions/${sessionId}`)],
];

it.each(calls)(
	'the answer of %s with status %i fits the description',
	async (operation, status, call) => {
		const answer = await call();
		expect(answer.status).toBe(status);
		expect(contract.validateResponse(answer.data, operation, status).errors).toBeNull();
		expect(sandbox.requests().at(-1)?.operationId).toBe(operation);
	},
);
