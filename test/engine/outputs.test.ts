import { outputRows } from './rows/outputs';
import type { OutputRow } from './rows/outputs';
import { recording } from './rows/row';
import { question, useSandbox } from './sandbox';

const bench = useSandbox();

/** Runs an operation on an account with a session, a message and a file, and gives the fields of its first item. */
async function fieldsOf({ node, parameters, items }: OutputRow, more: object, type = node) {
	const { items: answers } = await bench.run({
		node: 'onDemandChat',
		parameters: question('Hello'),
	});
	await bench.run({
		node: 'onDemandMedia',
		parameters: { resource: 'media', operation: 'uploadFile', binaryPropertyName: 'data' },
		items: [recording],
	});
	const outcome = await bench.run({
		node: type,
		parameters: { ...parameters, ...more },
		items: items ?? answers,
	});
	expect(outcome.error).toBeUndefined();
	return Object.keys(outcome.items[0].json);
}

describe.each(outputRows)('$does', (row) => {
	it('gives what a reader needs with Simplify on', async () => {
		expect(await fieldsOf(row, { simplify: true })).toEqual(row.simplified);
	});

	it('gives everything with Simplify off', async () => {
		expect(await fieldsOf(row, { simplify: false })).toContain(row.rawOnly);
	});

	it('gives an AI agent the fields that were selected, and the ID', async () => {
		const { outputFields } = row.parameters;
		expect(await fieldsOf(row, {}, `${row.node}Tool`)).toEqual([row.id, outputFields]);
	});

	it.each([
		['raw', 'everything'],
		['simplified', 'what a reader needs'],
	])('gives an AI agent with the output %s %s', async (output) => {
		const fields = await fieldsOf(row, { output }, `${row.node}Tool`);
		if (output === 'raw') expect(fields).toContain(row.rawOnly);
		else expect(fields).toEqual(row.simplified);
	});
});

it('An AI agent gets a word instead of nothing', async () => {
	const { items } = await bench.run({
		node: 'onDemandChatTool',
		parameters: { resource: 'session', operation: 'getAll' },
	});
	expect(items.map(({ json }) => json)).toEqual([{ found: 0, message: 'Nothing was found' }]);
});
