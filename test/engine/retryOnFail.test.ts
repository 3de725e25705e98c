import { question, useSandbox } from './sandbox';

const bench = useSandbox();
const rows = [0, 1, 2, 3].map((row) => ({ json: { row } }));

/** A user of its own for each item, so that none waits for another. */
const ask = question('=Question {{ $json.row }}.', {
	sessionMode: 'new',
	externalUserId: '=user-{{ $json.row }}',
});

describe('Retry On Fail', () => {
	it('asks the questions again that failed, and no others', async () => {
		bench.sandbox.addFault({ fault: '503', operation: 'submitQuery', times: 4 });
		const { items } = await bench.run({
			node: 'onDemandChat',
			parameters: { ...ask, options: { maxParallelRequests: 1 } },
			items: rows,
			tries: 3,
		});
		expect(items.map(({ json }) => String(json.output).includes('Question'))).toEqual([
			true,
			true,
			true,
			true,
		]);
		expect(bench.sandbox.counters().queriesCarriedOut).toBe(4);
	});

	it('does not ask a question again that may have been answered', async () => {
		bench.sandbox.addFault({ fault: 'reset-before', operation: 'submitQuery', times: 0 });
		const { error } = await bench.run({
			node: 'onDemandChat',
			parameters: ask,
			items: rows.slice(0, 1),
			tries: 3,
		});
		expect(error?.message).toBe('The connection to OnDemand broke before the answer was complete');
		expect(bench.received('submitQuery')).toHaveLength(1);
	});

	it('tries again with what failed on the error output', async () => {
		bench.sandbox.addFault({ fault: '503', operation: 'submitQuery', times: 4 });
		const { items, failed } = await bench.run({
			node: 'onDemandChat',
			parameters: ask,
			items: rows.slice(0, 1),
			onError: 'continueErrorOutput',
			tries: 2,
		});
		expect([items.length, failed.length]).toEqual([1, 0]);
	});
});

describe('A key that was accepted before', () => {
	const list = { resource: 'session', operation: 'getAll' };

	it.each(['401', '403'] as const)('is tried once more when it gets a %s', async (fault) => {
		await bench.run({ node: 'onDemandChat', parameters: question('Hello') });
		bench.sandbox.addFault({ fault, operation: 'listChatSessions' });
		const { items } = await bench.run({ node: 'onDemandChat', parameters: list });
		expect(items).toHaveLength(1);
	});

	it('is not tried for ever', async () => {
		await bench.run({ node: 'onDemandChat', parameters: question('Hello') });
		const before = bench.received('listChatSessions').length;
		bench.sandbox.addFault({ fault: '401', operation: 'listChatSessions', times: 0 });
		const { error } = await bench.run({ node: 'onDemandChat', parameters: list });
		expect(error?.httpCode).toBe('401');
		expect(bench.received('listChatSessions')).toHaveLength(before + 2);
	});
});
