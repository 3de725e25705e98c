import type { AxiosInstance } from 'axios';
import { startSandbox } from '../../sandbox/server';
import type { Sandbox } from '../../sandbox/server';
import {
	answerOf,
	ask,
	askStream,
	clientOf,
	framesOf,
	messageAfter,
	model,
	newSession,
	newestMessage,
} from './support';
import type { StreamRecord } from './support';

let sandbox: Sandbox;
let api: AxiosInstance;

beforeAll(async () => {
	sandbox = await startSandbox();
	api = clientOf(sandbox);
});

afterAll(async () => await sandbox.stop());

describe('a good stream', () => {
	let sessionId: string;
	let stream: StreamRecord;

	beforeAll(async () => {
		sessionId = await newSession(api, { pluginIds: ['plugin-1700000001'] });
		stream = await askStream(api, sessionId);
	});

	it('is an event stream', () => {
		expect(stream.response.status).toBe(200);
		expect(stream.response.headers).toMatchObject({
			'content-type': 'text/event-stream; charset=utf-8',
			'cache-control': 'no-cache, no-transform',
			'transfer-encoding': 'chunked',
			'x-trace-id': expect.stringMatching(/^[0-9a-f]{32}$/),
		});
	});

	it('starts with a heartbeat', () => {
		const [{ event, data }] = stream.events;
		expect(event).toBe('heartbeat');
		expect(Object.keys(JSON.parse(data))).toEqual(['sessionId', 'messageId', 'time']);
	});

	it('ends with [DONE]', () => {
		expect(stream.events.at(-1)).toEqual({ event: 'message', data: '[DONE]' });
		expect(stream.broken).toBe(false);
	});

	it('has no blank behind the colon of a line', () => {
		const text = Buffer.concat(stream.pieces).toString('utf8');
		expect(text).not.toMatch(/^(?:event|data): /m);
	});

	it('spells the answer which the message holds', async () => {
		const { answer } = await newestMessage(api, sessionId);
		expect(answerOf(stream)).toBe(answer);
		expect(answer).toContain('Bonjour & “hello”');
	});

	it('writes fulfillment frames with blanks and all others without', () => {
		for (const { data } of stream.events.filter((event) => event.data.startsWith('{'))) {
			const isFulfillment = data.includes('"eventType": "fulfillment"');
			expect(data.startsWith('{"sessionId": "')).toBe(isFulfillment);
			if (isFulfillment) expect(data).toMatch(/"status": "processing", "eventIndex":\d+, "/);
		}
	});

	it('escapes the ampersand', () => {
		expect(stream.events.some(({ data }) => data.includes('\\u0026'))).toBe(true);
		expect(stream.events.some(({ data }) => data.includes('&'))).toBe(false);
	});

	it('carries the status "processing" in every frame', () => {
		const statuses = framesOf(stream).flatMap(({ eventType, status }) =>
			eventType ? [status] : [],
		);
		expect(new Set(statuses)).toEqual(new Set(['processing']));
	});

	it('numbers message frames and thinking frames on their own', () => {
		for (const name of ['message', 'thinking']) {
			const indexes = stream.events
				.filter(({ event, data }) => event === name && data.startsWith('{'))
				.map(({ data }) => JSON.parse(data).eventIndex);
			expect(indexes).toEqual(indexes.map((_value, index) => index + 1));
		}
	});

	it('tells its progress in order', () => {
		const types = framesOf(stream)
			.flatMap(({ currentStatusLog }) => (currentStatusLog ? [currentStatusLog] : []))
			.map((log) => Object(log).statusType);
		expect(types).toEqual([
			'agents_retrieved',
			'execution_completed',
			'fulfilling',
			'fulfillment_completed',
		]);
	});

	it('gives the usage near the end', async () => {
		const frame = framesOf(stream).find(({ eventType }) => eventType === 'metricsLog');
		const { publicMetrics } = await newestMessage(api, sessionId);
		expect(frame?.publicMetrics).toEqual(publicMetrics);
	});

	it('mixes thinking between the pieces of the answer', () => {
		const names = framesOf(stream).map(({ eventType }) => eventType);
		const first = names.indexOf('fulfillment');
		const last = names.lastIndexOf('fulfillment');
		expect(names.slice(first, last)).toContain('fulfillment_thinking');
	});

	it('is cut within lines and within characters', () => {
		const texts = stream.pieces.map((piece) => piece.toString('utf8'));
		expect(texts.some((text) => text.endsWith('\uFFFD'))).toBe(true);
		expect(texts.some((text) => !text.endsWith('\n'))).toBe(true);
	});
});

it('an error before the stream starts is ordinary JSON', async () => {
	const answer = await ask(api, await newSession(api), {
		responseMode: 'stream',
		endpointId: 'predefined-openai-gpt4o',
	});
	expect(answer.status).toBe(400);
	expect(answer.data.errorCode).toBe('invalid_request');
});

it('heartbeats come while the model thinks', async () => {
	sandbox.configure({ thinkingMs: 40, heartbeatMs: 10 });
	const stream = await askStream(api, await newSession(api));
	sandbox.configure({ thinkingMs: 0, heartbeatMs: 3000 });
	const leading = stream.events.findIndex(({ event }) => event !== 'heartbeat');
	expect(leading).toBe(4);
});

it('the message is completed although the client goes away in the middle', async () => {
	sandbox.configure({ tokenDelayMs: 20 });
	const sessionId = await newSession(api);
	const response = await api.post(
		`/chat/v1/sessions/${sessionId}/query`,
		{ query: 'Still there?', endpointId: model, responseMode: 'stream' },
		{ responseType: 'stream' },
	);
	const { id, status } = await newestMessage(api, sessionId);
	response.data.destroy();
	const message = await messageAfter(api, sessionId, String(id));
	sandbox.configure({ tokenDelayMs: 0 });
	expect(status).toBe('processing');
	expect(message.status).toBe('completed');
	expect(message.answer).toContain('Réponse complète');
	expect(sandbox.counters().clientDisconnects).toBe(1);
});

describe('a disturbed stream', () => {
	it('cut: ends early without [DONE], the message is completed', async () => {
		sandbox.addFault({ fault: 'cut-stream', afterTokens: 2 });
		const sessionId = await newSession(api);
		const stream = await askStream(api, sessionId);
		expect(stream.events.at(-1)?.data).not.toBe('[DONE]');
		expect(answerOf(stream)).toBe('You asked:');
		const { id } = await newestMessage(api, sessionId);
		expect(await messageAfter(api, sessionId, String(id))).toMatchObject({ status: 'completed' });
	});

	it('error: ends with [ERROR]:, the message has failed', async () => {
		sandbox.addFault({ fault: 'error-stream', afterTokens: 1 });
		const sessionId = await newSession(api);
		const stream = await askStream(api, sessionId);
		expect(stream.response.status).toBe(200);
		expect(stream.events.at(-1)).toEqual({
			event: 'message',
			data: '[ERROR]:{"message":"Model context length exceeded","errorCode":"context_length_exceeded"}',
		});
		expect(await newestMessage(api, sessionId)).toMatchObject({ status: 'failed' });
	});

	it('error: the text can be chosen', async () => {
		sandbox.addFault({
			fault: 'error-stream',
			message: 'Model call failed',
			errorCode: 'model_error',
		});
		const stream = await askStream(api, await newSession(api));
		expect(stream.events.at(-1)?.data).toBe(
			'[ERROR]:{"message":"Model call failed","errorCode":"model_error"}',
		);
	});

	it('silent: sends nothing more and stays open, the message is completed', async () => {
		sandbox.addFault({ fault: 'silent-stream', afterTokens: 1 });
		const sessionId = await newSession(api);
		const response = await api.post(
			`/chat/v1/sessions/${sessionId}/query`,
			{ query: 'Hello?', endpointId: model, responseMode: 'stream' },
			{ responseType: 'stream' },
		);
		let text = '';
		let ended = false;
		response.data.on('data', (piece: Buffer) => (text += piece.toString('utf8')));
		response.data.on('end', () => (ended = true));
		const { id } = await newestMessage(api, sessionId);
		expect(await messageAfter(api, sessionId, String(id))).toMatchObject({ status: 'completed' });
		expect(text.match(/"fulfillment"/g)).toHaveLength(1);
		expect(text.endsWith('\n\n')).toBe(true);
		expect(ended).toBe(false);
		response.data.destroy();
	});

	it('a stream fault does not hit a sync query', async () => {
		sandbox.addFault({ fault: 'cut-stream' });
		const answer = await ask(api, await newSession(api));
		sandbox.clearFaults();
		expect(answer.data.data.status).toBe('completed');
	});
});
