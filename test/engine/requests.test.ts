import type { INodeProperties } from 'n8n-workflow';
import { nodeTypes } from './engine';
import { outputRows } from './rows/outputs';
import { chatRows } from './rows/chat';
import { mediaRows } from './rows/media';
import { pluginsRows } from './rows/plugins';
import { byId, recording } from './rows/row';
import { speechRows } from './rows/speech';
import { translateRows } from './rows/translate';
import { question, startSessions, useSandbox } from './sandbox';

const bench = useSandbox();
const rows = [...chatRows, ...mediaRows, ...pluginsRows, ...speechRows, ...translateRows];

describe('The request that OnDemand receives holds exactly what was set', () => {
	it.each(rows)('$does', async ({ node, parameters, items, sends }) => {
		await bench.run({ node, parameters, items, onError: 'continueRegularOutput' });
		const [request] = bench.received(sends.operationId);
		expect(request).toMatchObject({ path: sends.path, key: 'right', violations: [] });
		expect(request.query).toEqual(sends.query ?? {});
		expect(request.body ?? undefined).toEqual(sends.body);
	});
});

it.each([
	['https://app.on-demand.io/chat/6ac98247aa268adc215df6e1?tab=2', '6ac98247aa268adc215df6e1'],
	['  6ac98247aa268adc215df6e1 ', '6ac98247aa268adc215df6e1'],
	['an ID of another form', 'an%20ID%20of%20another%20form'],
])('A session given as %j is taken by its ID', async (value, id) => {
	await bench.run({
		node: 'onDemandChat',
		parameters: { resource: 'session', operation: 'get', sessionId: byId(value) },
	});
	expect(bench.received()[0].path).toBe(`/chat/v1/sessions/${id}`);
});

describe('Operations of several requests', () => {
	it('starts a session for the message in the mode New Session', async () => {
		await bench.run({
			node: 'onDemandChat',
			parameters: question('Hello', { sessionMode: 'new', pluginIds: ['plugin-1700000001'] }),
		});
		expect(bench.received().map(({ operationId }) => operationId)).toEqual([
			'createChatSession',
			'submitQuery',
		]);
		expect(bench.received('createChatSession')[0].body).toEqual({
			externalUserId: 'customer-0042',
			pluginIds: ['plugin-1700000001'],
		});
	});

	it('asks for the newest session of the user in the mode Latest of External User', async () => {
		await startSessions(bench, 2);
		await bench.run({ node: 'onDemandChat', parameters: question('Hello again') });
		expect(bench.received('listChatSessions')[0].query).toEqual({
			externalUserId: 'customer-0042',
			sort: 'desc',
			limit: '1',
		});
	});

	it('removes the upload of a transcribed file', async () => {
		const parameters = {
			operation: 'transcribe',
			audioSource: 'binary',
			binaryPropertyName: 'data',
		};
		await bench.run({ node: 'onDemandSpeech', parameters, items: [recording] });
		expect(bench.received().map(({ operationId }) => operationId)).toEqual([
			'uploadMedia',
			'speechToText',
			'deleteMedia',
		]);
	});

	it('keeps the upload of a transcribed file when Keep Upload is on', async () => {
		const parameters = {
			operation: 'transcribe',
			audioSource: 'binary',
			binaryPropertyName: 'data',
			options: { keepUpload: true },
		};
		await bench.run({ node: 'onDemandSpeech', parameters, items: [recording] });
		expect(bench.received('deleteMedia')).toEqual([]);
	});
});

describe('The tables', () => {
	/** Every parameter of the package as `node resource operation parameter`. */
	const parameters = Object.values(nodeTypes).flatMap(({ description }) =>
		description.properties
			.filter(({ name }) => !['resource', 'operation', 'requestOptions'].includes(name))
			.flatMap((property) => {
				const { resource = [''], operation = [''] } = property.displayOptions?.show ?? {};
				return pathsOf(property).map((path) =>
					[description.name, resource[0], operation[0], path].join(' '),
				);
			}),
	);
	const covered = new Set(
		[...rows, ...outputRows].flatMap(({ node, parameters: { resource = '', operation, ...set } }) =>
			Object.entries(set).flatMap(([name, value]) => [
				[node, resource, operation, name].join(' '),
				...Object.keys(value !== null && typeof value === 'object' ? value : {}).map((option) =>
					[node, resource, operation, `${name}.${option}`].join(' '),
				),
			]),
		),
	);

	it('hold every operation, parameter and option', () => {
		expect(parameters.length).toBeGreaterThan(100);
		expect([...new Set(parameters)].filter((parameter) => !covered.has(parameter))).toEqual([]);
	});
});

function pathsOf({ name, type, options = [] }: INodeProperties): string[] {
	if (type !== 'collection') return [name];
	return options.map((option) => `${name}.${option.name}`);
}
