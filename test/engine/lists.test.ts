import { startSessions, useSandbox } from './sandbox';

const bench = useSandbox();
const sessions = async (parameters: { returnAll?: boolean; limit?: number }) =>
	await bench.run({
		node: 'onDemandChat',
		parameters: { resource: 'session', operation: 'getAll', ...parameters },
	});
const plugins = async (parameters: { returnAll?: boolean; limit?: number }) =>
	await bench.run({
		node: 'onDemandPlugins',
		parameters: { resource: 'plugin', operation: 'getAll', ...parameters },
	});
const asked = (operationId: string) => bench.received(operationId).map(({ query }) => query.limit);

describe('A list by cursor', () => {
	it('gives exactly Limit records and asks for no more than it needs', async () => {
		await startSessions(bench, 60);
		const { items } = await sessions({ limit: 55 });
		expect(items).toHaveLength(55);
		expect(asked('listChatSessions')).toEqual(['50', '5']);
	});

	it('gives every record once with Return All', async () => {
		const ids = await startSessions(bench, 60);
		const { items } = await sessions({ returnAll: true });
		expect(items.map(({ json }) => json.id).sort()).toEqual(ids.sort());
		expect(asked('listChatSessions')).toEqual(['50', '50']);
	});

	it('gives no items for an empty list', async () => {
		const { items, error } = await sessions({ returnAll: true });
		expect({ items, error }).toEqual({ items: [], error: undefined });
	});
});

describe('A list by page number', () => {
	it('gives exactly Limit records in pages of one size', async () => {
		const { items } = await plugins({ limit: 75 });
		expect(new Set(items.map(({ json }) => json.pluginId)).size).toBe(75);
		expect(asked('listPlugins')).toEqual(['38', '38']);
	});

	it('gives every record once with Return All', async () => {
		const { items } = await plugins({ returnAll: true });
		expect(new Set(items.map(({ json }) => json.pluginId)).size).toBe(130);
		expect(asked('listPlugins')).toEqual(['50', '50', '50']);
	});

	it('gives no items for an account without plugins', async () => {
		bench.sandbox.configure({ ownsPlugins: false });
		const { items, error } = await plugins({ returnAll: true });
		expect({ items, error }).toEqual({ items: [], error: undefined });
	});
});

describe('Limit', () => {
	it.each([0, -3, 2.5])('of %s is refused before any request', async (limit) => {
		const { error } = await sessions({ limit });
		expect(error?.message).toBe('The parameter "Limit" is not a whole number above zero');
		expect(bench.received()).toEqual([]);
	});
});
