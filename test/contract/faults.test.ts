import type { AxiosInstance } from 'axios';
import { startSandbox } from '../../sandbox/server';
import type { FaultKind, Sandbox } from '../../sandbox/server';
import { ask, clientOf, newSession, newestMessage, piecesOf } from './support';

const sessions = '/chat/v1/sessions';

let sandbox: Sandbox;
let api: AxiosInstance;

beforeAll(async () => {
	sandbox = await startSandbox();
	api = clientOf(sandbox);
});

beforeEach(async () => await sandbox.reset());

afterAll(async () => await sandbox.stop());

describe('status faults', () => {
	it.each<[FaultKind, number, object]>([
		['401', 401, { message: 'Invalid API Key', errorCode: 'unauthenticated' }],
		['403', 403, { message: 'Not included in your plan', errorCode: 'unauthorized' }],
		['429', 429, { message: 'Too many requests', errorCode: 'rate_limit_exceeded' }],
		['500', 500, { message: 'Internal server error', errorCode: 'server_error' }],
		['502', 502, { message: 'Bad gateway', errorCode: 'bad_gateway' }],
		['503', 503, { message: 'Resource is unavailable', errorCode: 'resource_unavailable' }],
		['504', 504, { message: 'Plugin execution timed out', errorCode: 'plugin_execution_timeout' }],
	])('%s is answered in JSON', async (fault, status, body) => {
		sandbox.addFault({ fault });
		const answer = await api.get(sessions);
		expect(answer.status).toBe(status);
		expect(answer.data).toEqual(body);
		expect(answer.headers).not.toHaveProperty('retry-after');
	});

	it.each<[FaultKind, number, string, RegExp]>([
		['520-html', 520, 'text/html; charset=UTF-8', /^<!DOCTYPE html>/],
		['502-html', 502, 'text/html; charset=UTF-8', /^<!DOCTYPE html>/],
		['empty-500', 500, 'text/plain; charset=utf-8', /^$/],
		['no-route', 404, 'text/plain; charset=utf-8', /^no Route matched with those values$/],
	])('%s is no JSON', async (fault, status, contentType, body) => {
		sandbox.addFault({ fault });
		const answer = await api.get(sessions);
		expect(answer.status).toBe(status);
		expect(answer.headers['content-type']).toBe(contentType);
		expect(answer.data).toMatch(body);
	});

	it.each([7, 'Wed, 21 Oct 2026 07:28:00 GMT'])('can carry Retry-After: %s', async (retryAfter) => {
		sandbox.addFault({ fault: '429', retryAfter });
		const { headers } = await api.get(sessions);
		expect(headers['retry-after']).toBe(String(retryAfter));
	});

	it('do no work', async () => {
		sandbox.addFault({ fault: '500', operation: 'createChatSession' });
		await api.post(sessions, { externalUserId: 'customer-1' });
		expect(sandbox.counters().sessionsCreated).toBe(0);
	});

	it('do the work first with afterWork', async () => {
		const sessionId = await newSession(api);
		sandbox.addFault({ fault: '504', operation: 'submitQuery', afterWork: true });
		const answer = await ask(api, sessionId);
		expect(answer.status).toBe(504);
		expect(await newestMessage(api, sessionId)).toMatchObject({ status: 'completed' });
	});
});

describe('connection faults', () => {
	it('reset-before breaks the connection and does nothing', async () => {
		sandbox.addFault({ fault: 'reset-before' });
		await expect(newSession(api)).rejects.toMatchObject({ code: 'ECONNRESET' });
		expect(sandbox.counters().sessionsCreated).toBe(0);
	});

	it('reset-after breaks the connection when the work is done', async () => {
		sandbox.addFault({ fault: 'reset-after' });
		await expect(newSession(api)).rejects.toMatchObject({ code: 'ECONNRESET' });
		expect(sandbox.counters().sessionsCreated).toBe(1);
	});

	it('reset-after completes the message of a stream nobody sees', async () => {
		const sessionId = await newSession(api);
		sandbox.addFault({ fault: 'reset-after' });
		const request = ask(api, sessionId, { responseMode: 'stream' });
		await expect(request).rejects.toMatchObject({ code: 'ECONNRESET' });
		expect(await newestMessage(api, sessionId)).toMatchObject({ status: 'completed' });
	});

	it('hang never answers', async () => {
		sandbox.addFault({ fault: 'hang' });
		const gone = new AbortController();
		const request = api.get(sessions, { signal: gone.signal });
		const outcome = expect(request).rejects.toMatchObject({ code: 'ERR_CANCELED' });
		while (sandbox.counters().requests.total === 0) await api.get('/_sandbox/');
		expect(sandbox.counters().inFlight).toBe(1);
		gone.abort();
		await outcome;
	});

	it('malformed-json breaks the body of a good answer', async () => {
		sandbox.addFault({ fault: 'malformed-json' });
		const answer = await api.post(sessions, { externalUserId: 'customer-1' });
		expect(answer.status).toBe(200);
		expect(answer.headers['content-type']).toMatch(/json/);
		expect(() => JSON.parse(answer.data)).toThrow();
		expect(sandbox.counters().sessionsCreated).toBe(1);
	});

	it('slow sends the answer byte by byte, but whole', async () => {
		sandbox.addFault({ fault: 'slow', delayMs: 0 });
		const { data } = await api.get(sessions, { responseType: 'stream' });
		const { pieces } = await piecesOf(data);
		expect(pieces.length).toBeGreaterThan(10);
		expect(JSON.parse(Buffer.concat(pieces).toString())).toMatchObject({ data: [] });
	});

	it('redirect names another place', async () => {
		sandbox.addFault({ fault: 'redirect', location: 'http://127.0.0.1:1/elsewhere' });
		const answer = await api.get(sessions);
		expect(answer.status).toBe(302);
		expect(answer.headers.location).toBe('http://127.0.0.1:1/elsewhere');
	});

	it('a download can break in the middle', async () => {
		const { data } = await api.post('/services/v1/public/service/execute/text_to_speech', {
			model: 'tts-1',
			input: 'Hello',
			voice: 'alloy',
		});
		sandbox.addFault({ fault: 'reset-after', operation: 'storage' });
		await expect(api.get(data.data.audioUrl)).rejects.toThrow();
		expect((await api.get(data.data.audioUrl)).status).toBe(200);
	});
});

describe('a fault', () => {
	async function statuses(count: number): Promise<number[]> {
		const found: number[] = [];
		for (let index = 0; index < count; index += 1) found.push((await api.get(sessions)).status);
		return found;
	}

	it('hits once unless told', async () => {
		sandbox.addFault({ fault: '503' });
		expect(await statuses(3)).toEqual([503, 200, 200]);
	});

	it('hits as often as told', async () => {
		sandbox.addFault({ fault: '503', times: 2 });
		expect(await statuses(3)).toEqual([503, 503, 200]);
	});

	it('with times 0 hits until it is cleared', async () => {
		sandbox.addFault({ fault: '503', times: 0 });
		expect(await statuses(3)).toEqual([503, 503, 503]);
		sandbox.clearFaults();
		expect(await statuses(1)).toEqual([200]);
	});

	it('can let some requests pass first', async () => {
		sandbox.addFault({ fault: '503', skip: 1 });
		expect(await statuses(3)).toEqual([200, 503, 200]);
	});

	it('waits for its operation', async () => {
		sandbox.addFault({ fault: '503', operation: 'listMedia' });
		expect(await statuses(1)).toEqual([200]);
		expect((await api.get('/media/v1/public/file')).status).toBe(503);
	});

	it('is played after the one armed before it', async () => {
		sandbox.addFault({ fault: '500' });
		sandbox.addFault({ fault: '502' });
		expect(await statuses(3)).toEqual([500, 502, 200]);
	});

	it('shows in the log', async () => {
		sandbox.addFault({ fault: '503' });
		await statuses(1);
		expect(sandbox.requests().at(-1)).toMatchObject({ fault: '503', status: 503 });
	});
});
