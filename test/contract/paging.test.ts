import type { AxiosInstance } from 'axios';
import { startSandbox } from '../../sandbox/server';
import type { Sandbox } from '../../sandbox/server';
import { ask, clientOf, newSession } from './support';

let sandbox: Sandbox;
let api: AxiosInstance;
const sessionIds: string[] = [];
const allSessions = 55;

beforeAll(async () => {
	sandbox = await startSandbox();
	api = clientOf(sandbox);
	for (let count = 0; count < allSessions; count += 1) {
		const externalUserId = count % 5 === 0 ? 'fifth' : 'other';
		const id = await newSession(api, { externalUserId });
		await ask(api, id);
		sessionIds.push(id);
	}
});

afterAll(async () => await sandbox.stop());

async function readAll(path: string, params: object): Promise<{ ids: string[]; sizes: number[] }> {
	const ids: string[] = [];
	const sizes: number[] = [];
	let cursor: string | undefined;
	do {
		const { data } = await api.get(path, { params: { ...params, cursor } });
		const page: string[] = data.data.map(({ id }: { id: string }) => id);
		ids.push(...page);
		sizes.push(page.length);
		cursor = data.pagination.next;
	} while (cursor !== '');
	return { ids, sizes };
}

it('sessions come newest first', async () => {
	const { ids } = await readAll('/chat/v1/sessions', { limit: 50 });
	expect(ids).toEqual([...sessionIds].reverse());
});

it('sort asc turns the order round', async () => {
	const { ids } = await readAll('/chat/v1/sessions', { limit: 20, sort: 'asc' });
	expect(ids).toEqual(sessionIds);
});

it.each([
	[undefined, 10],
	['0', 10],
	['-5', 10],
	['1', 1],
	['50', 50],
	['51', 50],
	['1000', 50],
])('a limit of %s gives pages of %i', async (limit, size) => {
	const { data } = await api.get('/chat/v1/sessions', { params: { limit } });
	expect(data.data).toHaveLength(size);
	expect(data.pagination.limit).toBe(size);
});

it('the last page has an empty cursor, also when it is full', async () => {
	const { sizes } = await readAll('/chat/v1/sessions', { limit: 11 });
	expect(sizes).toEqual([11, 11, 11, 11, 11]);
});

it('the user filter goes before the paging', async () => {
	const { ids, sizes } = await readAll('/chat/v1/sessions', {
		limit: 10,
		externalUserId: 'fifth',
	});
	expect(ids).toEqual(sessionIds.filter((_id, index) => index % 5 === 0).reverse());
	expect(sizes).toEqual([10, 1]);
});

it('a session made while paging does not shift the pages', async () => {
	const first = await api.get('/chat/v1/sessions', { params: { limit: 50 } });
	const late = await newSession(api);
	await ask(api, late);
	const cursor = first.data.pagination.next;
	const second = await api.get('/chat/v1/sessions', { params: { limit: 50, cursor } });
	await api.delete(`/chat/v1/sessions/${late}`);
	expect(second.data.data).toHaveLength(allSessions - 50);
});

it('messages are paged the same way', async () => {
	const id = await newSession(api);
	for (let count = 0; count < 12; count += 1) await ask(api, id, { query: `Question ${count}` });
	const path = `/chat/v1/sessions/${id}/messages`;
	const { data } = await api.get(path);
	expect(data.message).toBe('Chat messages fetched successfully');
	expect(data.data[0].query).toBe('Question 11');
	const { sizes } = await readAll(path, {});
	expect(sizes).toEqual([10, 2]);
});

it('an unknown sort order is refused', async () => {
	const answer = await api.get('/chat/v1/sessions', { params: { sort: 'upwards' } });
	expect(answer.status).toBe(400);
});
