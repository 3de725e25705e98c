import { sleep } from 'n8n-workflow';
import { nodeTypes } from './engine';
import { question, useSandbox } from './sandbox';

const bench = useSandbox();
const rows = (count: number) => Array.from({ length: count }, (_, row) => ({ json: { row } }));
const translate = (more = {}) => ({
	operation: 'translate',
	text: '=Row {{ $json.row }}',
	targetLanguages: ['es'],
	...more,
});

describe('A batch', () => {
	it('loses no item to a rate limit, and doubles none', async () => {
		bench.sandbox.setLimit({ family: 'services', capacity: 20, perSecond: 100 });
		const { items } = await bench.run({
			node: 'onDemandTranslate',
			parameters: translate(),
			items: rows(200),
		});
		expect(items.map(({ json }) => json.translatedText)).toEqual(
			rows(200).map(({ json }) => `[es] Row ${json.row}`),
		);
		expect(bench.sandbox.counters().answersByStatus['200']).toBe(200);
	});

	it('waits as long as the API asks it to', async () => {
		bench.sandbox.addFault({ fault: '429', operation: 'translateText', times: 3, retryAfter: 1 });
		const { items } = await bench.run({
			node: 'onDemandTranslate',
			parameters: translate(),
			items: rows(5),
		});
		expect(items).toHaveLength(5);
	});

	it('gives up on an item when Rate Limit Wait is over, with what the API said', async () => {
		bench.sandbox.addFault({ fault: '429', operation: 'translateText', times: 0 });
		const { failed } = await bench.run({
			node: 'onDemandTranslate',
			parameters: translate({ options: { rateLimitWait: 1 } }),
			items: rows(3),
			onError: 'continueErrorOutput',
		});
		expect(failed.map(({ json }) => [json.row, json.message])).toEqual([
			[0, 'Too many requests'],
			[1, 'Too many requests'],
			[2, 'Too many requests'],
		]);
	});

	it('keeps to Max Parallel Requests', async () => {
		bench.sandbox.configure({ latencyMs: 20 });
		await bench.run({
			node: 'onDemandTranslate',
			parameters: translate({ options: { maxParallelRequests: 3 } }),
			items: rows(30),
		});
		expect(bench.sandbox.counters().peakInFlight).toBe(3);
	});

	it('does not hold up a chat reply', async () => {
		bench.sandbox.configure({ latencyMs: 20 });
		bench.sandbox.setLimit({ family: 'translateText', capacity: 5, perSecond: 40 });
		const batch = bench.run({
			node: 'onDemandTranslate',
			parameters: translate(),
			items: rows(80),
		});
		await bench.run({ node: 'onDemandChat', parameters: question('Hello') });
		expect(
			bench.received('translateText').filter(({ status }) => status === 200).length,
		).toBeLessThan(80);
		expect((await batch).items).toHaveLength(80);
	});

	it('is not gone on with when one item stops the workflow', async () => {
		bench.sandbox.configure({ latencyMs: 20 });
		const { error } = await bench.run({
			node: 'onDemandTranslate',
			parameters: translate({ text: '={{ $json.row ? "Row " + $json.row : "" }}' }),
			items: rows(2000),
		});
		expect(error?.message).toBe('The parameter "Text" is empty');
		expect(bench.received('translateText').length).toBeLessThan(1000);
	});

	it('is handed over bit by bit where the user has set Batching', async () => {
		bench.sandbox.configure({ latencyMs: 50 });
		const batching = { batch: { batchSize: 2, batchInterval: 1000 } };
		const { items } = await bench.run({
			node: 'onDemandTranslate',
			parameters: translate({ requestOptions: { batching } }),
			items: rows(5),
		});
		expect(items).toHaveLength(5);
		expect(bench.sandbox.counters().peakInFlight).toBe(2);
	});

	it('leaves no request behind when it is stopped', async () => {
		bench.sandbox.configure({ latencyMs: 60_000 });
		const stop = new AbortController();
		const batch = bench.run({
			node: 'onDemandTranslate',
			parameters: translate(),
			items: rows(100),
			signal: stop.signal,
		});
		// As many as leave before anything is known of the API.
		while (bench.sandbox.counters().inFlight < 24) await sleep(5);
		stop.abort();
		await batch;
		while (bench.sandbox.counters().inFlight > 0) await sleep(5);
		expect(bench.received('translateText').length).toBeLessThan(100);
	});
});

describe('Every operation', () => {
	const operations = Object.values(nodeTypes).flatMap(({ description, customOperations }) =>
		description.properties
			.filter(({ name }) => name === 'operation')
			.flatMap(({ displayOptions, options = [] }) =>
				options.map((option) => ({
					node: description.name,
					resource: String(displayOptions?.show?.resource?.[0]),
					operation: 'value' in option ? String(option.value) : '',
					customOperations,
				})),
			),
	);

	it.each(operations)(
		'$node $resource $operation gets all items at once',
		({ resource, operation, customOperations }) => {
			expect(typeof customOperations?.[resource]?.[operation]).toBe('function');
		},
	);
});

describe('A request that was turned away or broke', () => {
	const faults = ['503', '500', '502', '504', '520-html', 'empty-500', 'malformed-json'] as const;
	it.each([...faults, 'reset-before', 'reset-after', 'no-route'] as const)(
		'by %s is sent again where that is safe',
		async (fault) => {
			bench.sandbox.addFault({ fault, operation: 'translateText' });
			const { items } = await bench.run({
				node: 'onDemandTranslate',
				parameters: translate(),
				items: rows(1),
			});
			expect(items.map(({ json }) => json.translatedText)).toEqual(['[es] Row 0']);
			expect(bench.received('translateText')).toHaveLength(2);
		},
	);

	it.each(['500', '502', '504', '520-html', 'reset-after'] as const)(
		'by %s is not sent again where it may have been carried out',
		async (fault) => {
			bench.sandbox.addFault({ fault, operation: 'createChatSession', times: 0, afterWork: true });
			const { error } = await bench.run({
				node: 'onDemandChat',
				parameters: { resource: 'session', operation: 'create', externalUserId: 'customer-0042' },
			});
			expect(error?.message).toBeDefined();
			expect(bench.received('createChatSession')).toHaveLength(1);
		},
	);

	it('is not taken for a failure when a deletion had been carried out', async () => {
		const { items } = await bench.run({ node: 'onDemandChat', parameters: question('Hello') });
		const sessionId = { __rl: true, mode: 'id', value: items[0].json.sessionId as string };
		bench.sandbox.addFault({ fault: 'reset-after', operation: 'deleteChatSession' });
		const gone = await bench.run({
			node: 'onDemandChat',
			parameters: { resource: 'session', operation: 'delete', sessionId },
		});
		expect(gone.items[0].json).toEqual({ deleted: true, id: sessionId.value });
	});

	it('is told with the last answer when it stays so', async () => {
		bench.sandbox.addFault({ fault: '503', operation: 'translateText', times: 0 });
		const { error } = await bench.run({
			node: 'onDemandTranslate',
			parameters: translate(),
			items: rows(1),
		});
		expect(error?.httpCode).toBe('503');
		expect(bench.received('translateText')).toHaveLength(4);
	});
});
