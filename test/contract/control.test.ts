import type { AxiosInstance } from 'axios';
import { startSandbox } from '../../sandbox/server';
import type { Sandbox } from '../../sandbox/server';
import { ask, clientOf, newSession } from './support';

let sandbox: Sandbox;
let api: AxiosInstance;

beforeAll(async () => {
	sandbox = await startSandbox({ settings: { webhookDelayMs: 5 } });
	api = clientOf(sandbox);
});

beforeEach(async () => await sandbox.reset());

afterAll(async () => await sandbox.stop());

it('the summary tells state, settings and help', async () => {
	await ask(api, await newSession(api));
	const { status, data } = await api.get('/_sandbox/', { headers: { apikey: null } });
	expect(status).toBe(200);
	expect(data).toMatchObject({
		sandbox: sandbox.url,
		state: { sessions: 1, messages: 1, media: 0 },
		settings: { webhookDelayMs: 5, ownsPlugins: true },
		help: { faults: expect.arrayContaining(['cut-stream']) },
	});
});

it('a fault can be armed and disarmed over HTTP', async () => {
	await api.post('/_sandbox/faults', { fault: '503', times: 0 });
	expect((await api.get('/chat/v1/sessions')).status).toBe(503);
	await api.delete('/_sandbox/faults');
	expect((await api.get('/chat/v1/sessions')).status).toBe(200);
});

it('a limit can be set and lifted over HTTP', async () => {
	await api.post('/_sandbox/limits', { family: 'chat', capacity: 1, perSecond: 0 });
	await api.get('/chat/v1/sessions');
	expect((await api.get('/chat/v1/sessions')).status).toBe(429);
	await api.delete('/_sandbox/limits');
	expect((await api.get('/chat/v1/sessions')).status).toBe(200);
});

it('settings can be changed over HTTP', async () => {
	const { data } = await api.post('/_sandbox/settings', { ownsPlugins: false });
	expect(data).toMatchObject({ ownsPlugins: false, webhookDelayMs: 5 });
	expect((await api.get('/plugin/v1/list')).data.data).toEqual({ total: 0 });
});

it('counters and requests are the same over HTTP', async () => {
	await newSession(api);
	expect((await api.get('/_sandbox/counters')).data).toEqual(sandbox.counters());
	expect((await api.get('/_sandbox/requests')).data).toEqual(sandbox.requests());
});

it('a request is logged with what it sent', async () => {
	await newSession(api, { externalUserId: 'customer-7' });
	expect(sandbox.requests()).toEqual([
		{
			time: expect.any(String),
			traceId: expect.stringMatching(/^[0-9a-f]{32}$/),
			method: 'POST',
			path: '/chat/v1/sessions',
			query: {},
			operationId: 'createChatSession',
			headers: expect.objectContaining({ 'content-type': 'application/json' }),
			key: 'right',
			body: { externalUserId: 'customer-7' },
			violations: [],
			fault: null,
			status: 201,
		},
	]);
});

it('control calls are neither counted nor logged', async () => {
	await api.get('/_sandbox/counters');
	expect(sandbox.counters().requests.total).toBe(0);
	expect(sandbox.requests()).toEqual([]);
});

it('a reset empties everything', async () => {
	const id = await newSession(api);
	await ask(api, id);
	sandbox.configure({ ownsPlugins: false });
	sandbox.addFault({ fault: '500', times: 0 });
	sandbox.setLimit({ family: 'chat', capacity: 1, perSecond: 0 });
	await api.post('/_sandbox/reset');
	expect(sandbox.requests()).toEqual([]);
	expect(sandbox.counters()).toMatchObject({ sessionsCreated: 0, queriesCarriedOut: 0 });
	expect((await api.get(`/chat/v1/sessions/${id}`)).status).toBe(404);
	expect((await api.get('/plugin/v1/list')).data.data.total).toBe(130);
});

it.each([
	['faults', { fault: 'earthquake' }, /^fault must be one of /],
	['faults', { fault: '500', operation: 'makeTea' }, /^operation must be one of /],
	['faults', { fault: '500', times: -1 }, /^times must be /],
	['faults', { fault: '500', colour: 'red' }, /^unknown field colour$/],
	['faults', { fault: 'redirect' }, /^redirect needs a location$/],
	['faults', [], /^a fault must be a JSON object$/],
	['limits', { family: 'garden', capacity: 1, perSecond: 1 }, /^family must be one of /],
	['limits', { family: 'chat', capacity: 0, perSecond: 1 }, /^capacity must be /],
	['limits', { family: 'chat', capacity: 1 }, /^give either perSecond or perMinute$/],
	['settings', { latencyMs: 'long' }, /^latencyMs must be /],
	['settings', { unsubscribed: ['laundry'] }, /^unsubscribed must be /],
	['settings', { colour: 'red' }, /^unknown setting colour$/],
])('control refuses %s %j', async (route, body, text) => {
	const { status, data } = await api.post(`/_sandbox/${route}`, body);
	expect(status).toBe(400);
	expect(data.error).toMatch(text);
});

it('the peak of requests in flight is counted', async () => {
	sandbox.addFault({ fault: 'hang', times: 3 });
	const gone = new AbortController();
	const requests = [1, 2, 3].map(
		async () => await api.get('/chat/v1/sessions', { signal: gone.signal }),
	);
	const outcome = Promise.allSettled(requests);
	while (sandbox.counters().inFlight < 3) await api.get('/_sandbox/');
	gone.abort();
	await outcome;
	while (sandbox.counters().inFlight > 0) await api.get('/_sandbox/');
	expect(sandbox.counters().peakInFlight).toBe(3);
});

it('a stopped sandbox takes no more requests', async () => {
	const other = await startSandbox({ apiKey: 'another-key' });
	expect(other.apiKey).toBe('another-key');
	await other.stop();
	await expect(clientOf(other).get('/')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
});
