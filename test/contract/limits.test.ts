import type { AxiosInstance } from 'axios';
import { startSandbox } from '../../sandbox/server';
import type { Sandbox } from '../../sandbox/server';
import { clientOf, newSession } from './support';

let sandbox: Sandbox;
let api: AxiosInstance;

beforeAll(async () => {
	sandbox = await startSandbox();
	api = clientOf(sandbox);
});

beforeEach(async () => await sandbox.reset());

afterAll(async () => await sandbox.stop());

async function statuses(path: string, count: number): Promise<number[]> {
	const answers = Array.from({ length: count }, async () => await api.get(path));
	return (await Promise.all(answers)).map(({ status }) => status).sort();
}

const media = '/media/v1/public/file';

it('lets the capacity pass and refuses the rest', async () => {
	sandbox.setLimit({ family: 'media', capacity: 5, perMinute: 5 });
	expect(await statuses(media, 7)).toEqual([200, 200, 200, 200, 200, 429, 429]);
	expect(sandbox.counters().refusals).toBe(2);
});

it('refuses without Retry-After', async () => {
	sandbox.setLimit({ family: 'media', capacity: 1, perSecond: 0 });
	await api.get(media);
	const answer = await api.get(media);
	expect(answer.data).toEqual({
		message: 'Too many requests',
		errorCode: 'rate_limit_exceeded',
	});
	expect(answer.headers).not.toHaveProperty('retry-after');
});

it('names the wait when told to', async () => {
	sandbox.setLimit({ family: 'media', capacity: 1, perMinute: 6, retryAfter: true });
	await api.get(media);
	const { headers } = await api.get(media);
	expect(headers['retry-after']).toBe('10');
});

it('lets requests pass again as time goes by', async () => {
	sandbox.setLimit({ family: 'media', capacity: 1, perSecond: 100 });
	await api.get(media);
	let answer = await api.get(media);
	while (answer.status === 429) answer = await api.get(media);
	expect(answer.status).toBe(200);
});

it('leaves other families alone', async () => {
	sandbox.setLimit({ family: 'media', capacity: 1, perSecond: 0 });
	expect(await statuses('/chat/v1/sessions', 3)).toEqual([200, 200, 200]);
});

it('can be set for one operation', async () => {
	sandbox.setLimit({ family: 'listChatSessions', capacity: 1, perSecond: 0 });
	expect(await statuses('/chat/v1/sessions', 2)).toEqual([200, 429]);
	expect(await newSession(api)).toMatch(/^[0-9a-f]{24}$/);
});

it('is lifted by clearLimits', async () => {
	sandbox.setLimit({ family: 'media', capacity: 1, perSecond: 0 });
	sandbox.clearLimits();
	expect(await statuses(media, 3)).toEqual([200, 200, 200]);
});
