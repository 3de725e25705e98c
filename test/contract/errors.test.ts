import { startSandbox } from '../../sandbox/server';
import type { Sandbox } from '../../sandbox/server';
import { clientOf, unknownId } from './support';

let sandbox: Sandbox;

beforeAll(async () => {
	sandbox = await startSandbox();
});

afterAll(async () => await sandbox.stop());

describe('key', () => {
	const sessions = '/chat/v1/sessions';
	const translation = '/services/v1/public/service/execute/language_translation';

	it('a missing key is answered with 401', async () => {
		const answer = await clientOf(sandbox).get(sessions, { headers: { apikey: null } });
		expect(answer.status).toBe(401);
		expect(answer.data).toEqual({ message: 'No API key header', errorCode: 'unauthenticated' });
	});

	it('an empty key is answered with 500', async () => {
		const answer = await clientOf(sandbox, { apikey: '' }).get(sessions);
		expect(answer.status).toBe(500);
		expect(answer.data).toEqual({
			message: 'An unexpected error occurred',
			errorCode: 'server_error',
		});
	});

	it.each([
		['chat', 'get', sessions],
		['media', 'get', '/media/v1/public/file'],
		['plugin', 'get', '/plugin/v1/list'],
		['config', 'get', '/config/v1/public/endpoints'],
	])('a wrong key is answered with 401 by the %s family', async (_family, method, url) => {
		const answer = await clientOf(sandbox, { apikey: 'wrong' }).request({ method, url });
		expect(answer.status).toBe(401);
		expect(answer.data).toEqual({ message: 'Invalid API Key', errorCode: 'unauthenticated' });
	});

	it('the services family answers a wrong key in a form of its own', async () => {
		const answer = await clientOf(sandbox, { apikey: 'wrong' }).post(translation, {});
		expect(answer.status).toBe(401);
		expect(answer.data).toEqual({
			message: 'Unauthorized',
			request_id: expect.stringMatching(/^[0-9a-f]+$/),
		});
	});

	it('the log holds neither key nor bearer token', async () => {
		const api = clientOf(sandbox, { authorization: 'Bearer secret-token' });
		await api.get(sessions, { headers: { apikey: 'secret-key' } });
		const log = sandbox.requests();
		expect(log.at(-1)).toMatchObject({ key: 'wrong', status: 401 });
		expect(JSON.stringify(log)).not.toContain('secret-');
	});
});

describe('routes', () => {
	it('the root does not exist', async () => {
		const answer = await clientOf(sandbox).get('/');
		expect(answer.status).toBe(404);
		expect(answer.data).toEqual({ error_msg: '404 Route Not Found' });
	});

	it.each([
		['get', '/chat/v1/unknown'],
		['put', '/chat/v1/sessions'],
		['get', '/chat/v1/public/projects'],
	])('chat answers %s %s with JSON', async (method, url) => {
		const answer = await clientOf(sandbox).request({ method, url });
		expect(answer.status).toBe(404);
		expect(answer.data).toEqual({ message: 'Route not found', errorCode: 'not_found' });
	});

	it.each([
		['post', '/execute/speech_to_text'],
		['get', '/plugin/v1/unknown'],
		['get', '/media/v1/public/unknown'],
		['post', '/services/v1/public/service/execute/unknown'],
		['get', '/automation/api/workflow/'],
	])('%s %s is answered with plain text', async (method, url) => {
		const answer = await clientOf(sandbox).request({ method, url });
		expect(answer.status).toBe(404);
		expect(answer.headers['content-type']).toMatch(/^text\/plain/);
		expect(answer.data).toBe('Not Found');
	});

	it.each(['/', '/chat/v1/sessions', '/chat/v1/unknown', '/storage/unknown/file'])(
		'an answer to %s carries a trace id and no limit header',
		async (path) => {
			const { headers } = await clientOf(sandbox).get(path);
			expect(headers['x-trace-id']).toMatch(/^[0-9a-f]{32}$/);
			expect(Object.keys(headers).filter((name) => /ratelimit|retry-after/i.test(name))).toEqual(
				[],
			);
		},
	);
});

describe('input', () => {
	it('a body that is no JSON is refused', async () => {
		const answer = await clientOf(sandbox).post('/chat/v1/sessions', '{"externalUserId":', {
			headers: { 'content-type': 'application/json' },
		});
		expect(answer.status).toBe(400);
		expect(answer.data).toEqual({
			message: 'Input params are missing or invalid',
			errorCode: 'invalid_request',
		});
	});

	it('what a request breaks of the contract is logged, also when it is tolerated', async () => {
		const answer = await clientOf(sandbox).get('/chat/v1/sessions?limit=99&colour=red');
		expect(answer.status).toBe(200);
		expect(sandbox.requests().at(-1)?.violations).toEqual([
			expect.stringContaining('colour'),
			'/query/limit must be <= 50',
		]);
	});

	it('an unknown body field is ignored', async () => {
		const answer = await clientOf(sandbox).post('/chat/v1/sessions', {
			externalUserId: 'customer-1',
			SessionID: unknownId,
		});
		expect(answer.status).toBe(201);
	});
});
