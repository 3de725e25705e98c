import type { INodeListSearchItems, INodeListSearchResult } from 'n8n-workflow';
import { editorContext, nodeTypes } from './engine';
import { recording } from './rows/row';
import { startSessions, useSandbox } from './sandbox';

const bench = useSandbox();

/** One page of a resource locator's list, as the editor asks for it. */
async function page(
	node: string,
	method: string,
	filter?: string,
	paginationToken?: string,
	credential = { apiKey: bench.sandbox.apiKey, baseUrl: bench.sandbox.url },
): Promise<INodeListSearchResult> {
	const search = nodeTypes[node].methods?.listSearch?.[method];
	if (!search) throw new Error(`${node} has no list ${method}`);
	return await search.call(editorContext(node, credential), filter, paginationToken);
}

/** Every page of a list, as a person scrolls through it. */
async function scrolled(node: string, method: string, filter?: string) {
	const results: INodeListSearchItems[] = [];
	let token: string | undefined;
	do {
		const next = await page(node, method, filter, token);
		results.push(...next.results);
		token = next.paginationToken as string | undefined;
	} while (token !== undefined);
	return results;
}

const lists = [
	{
		of: 'sessions',
		node: 'onDemandChat',
		method: 'searchSessions',
		fill: async () => await startSessions(bench, 125),
		count: 125,
		shows: { name: expect.stringMatching(/^Hello \(customer-0042, \d{4}-\d\d-\d\d \d\d:\d\d\)$/) },
		filter: 'hello CUSTOMER-0042',
		found: 125,
	},
	{
		of: 'media',
		node: 'onDemandMedia',
		method: 'searchMedia',
		fill: async () =>
			await bench.run({
				node: 'onDemandMedia',
				parameters: { resource: 'media', operation: 'uploadFile', binaryPropertyName: 'data' },
				items: Array.from({ length: 125 }, () => recording),
			}),
		count: 125,
		shows: { name: expect.stringMatching(/^note\.mp3 \(audio, \d{4}-\d\d-\d\d\)$/) },
		filter: 'note audio',
		found: 125,
	},
	{
		of: 'plugins',
		node: 'onDemandPlugins',
		method: 'searchPlugins',
		fill: async () => {},
		count: 130,
		shows: { name: expect.stringMatching(/ \(.+\)$/) },
		filter: 'plugin-1700000130',
		found: 1,
	},
	{
		of: 'models',
		node: 'onDemandChat',
		method: 'searchModels',
		fill: async () => bench.sandbox.configure({ extraModels: 120 }),
		count: 128,
		shows: { name: expect.stringMatching(/ \([\d,]+ tokens\)$/) },
		filter: 'FABLE',
		found: 1,
	},
];

describe.each(lists)('The list of $of', ({ node, method, fill, count, shows, filter, found }) => {
	beforeEach(async () => {
		await fill();
	});

	it('shows every record once, by what a person recognises', async () => {
		const results = await scrolled(node, method);
		expect(new Set(results.map(({ value }) => value)).size).toBe(count);
		expect(results).toHaveLength(count);
		expect(results[0]).toMatchObject(shows);
	});

	it('finds what is searched for on any page', async () => {
		expect(await scrolled(node, method, filter)).toHaveLength(found);
	});

	it('is empty when nothing fits', async () => {
		expect(await scrolled(node, method, 'no such thing')).toEqual([]);
	});

	it('tells what to do when the key is refused', async () => {
		const credential = { apiKey: 'not-a-key', baseUrl: bench.sandbox.url };
		await expect(page(node, method, undefined, undefined, credential)).rejects.toThrow(
			'The API key was not accepted',
		);
	});
});

it('The list of models leaves out those that are not active', async () => {
	const values = (await scrolled('onDemandChat', 'searchModels')).map(({ value }) => value);
	expect(values).toContain('predefined-claude-fable-5.1');
	expect(values).not.toContain('predefined-openai-gpt4o');
});

it('The plugins of an account can be chosen by name', async () => {
	const { apiKey, url: baseUrl } = bench.sandbox;
	const options = await nodeTypes.onDemandChat.methods?.loadOptions?.getPlugins.call(
		editorContext('onDemandChat', { apiKey, baseUrl }),
	);
	expect(options).toHaveLength(130);
	expect(options?.[0]).toEqual({
		name: expect.any(String),
		value: expect.stringMatching(/^plugin-/),
		description: expect.any(String),
	});
});
