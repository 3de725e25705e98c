import { startSessions, useSandbox } from './sandbox';

const bench = useSandbox();
const rows = [{ json: { row: 1 } }, { json: { row: 2 } }, { json: { row: 3 } }];

describe('Each output is linked to its input', () => {
	it('when inputs give different numbers of outputs', async () => {
		await startSessions(bench, 3, 'three');
		await startSessions(bench, 1, 'one');
		const { items } = await bench.run({
			node: 'onDemandChat',
			parameters: {
				resource: 'session',
				operation: 'getAll',
				filters: { externalUserId: '={{ $json.user }}' },
			},
			items: ['three', 'nobody', 'one'].map((user) => ({ json: { user } })),
		});
		expect(items.map(({ pairedItem }) => pairedItem)).toEqual([
			{ item: 0 },
			{ item: 0 },
			{ item: 0 },
			{ item: 2 },
		]);
	});

	it('when one input gives all outputs and another gives none', async () => {
		await startSessions(bench, 2, 'two');
		const { items } = await bench.run({
			node: 'onDemandChat',
			parameters: {
				resource: 'session',
				operation: 'getAll',
				filters: { externalUserId: '={{ $json.user }}' },
			},
			items: [{ json: { user: 'nobody' } }, { json: { user: 'two' } }],
		});
		expect(items.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 1 }, { item: 1 }]);
	});

	it('when an input is translated into several languages', async () => {
		const { items } = await bench.run({
			node: 'onDemandTranslate',
			parameters: { operation: 'translate', text: 'Hello', targetLanguages: ['es', 'de'] },
			items: rows.slice(0, 2),
		});
		expect(items.map(({ json, pairedItem }) => [json.languageCode, pairedItem])).toEqual([
			['es', { item: 0 }],
			['de', { item: 0 }],
			['es', { item: 1 }],
			['de', { item: 1 }],
		]);
	});
});

describe('An item that failed', () => {
	const translate = {
		operation: 'translate',
		text: 'Hello',
		targetLanguages: '={{ $json.row === 2 ? ["klingon-x"] : ["es"] }}',
	};

	it('keeps its input, its link, the text and the code of OnDemand on the error output', async () => {
		const { items, failed } = await bench.run({
			node: 'onDemandTranslate',
			parameters: translate,
			items: rows,
			onError: 'continueErrorOutput',
		});
		expect(items).toHaveLength(2);
		expect(failed).toEqual([
			{
				json: {
					row: 2,
					error: 'OnDemand could not work with the input: Unknown error',
					message: 'Unknown error',
					details: {
						languageCode: 'klingon-x',
						description: 'Check the code of the target language and the text of this item.',
						httpCode: '400',
						errorCode: '400',
						traceId: expect.stringMatching(/^[0-9a-f]{32}$/),
					},
				},
				pairedItem: { item: 1 },
			},
		]);
	});

	it('stands between the others on the regular output', async () => {
		const { items } = await bench.run({
			node: 'onDemandTranslate',
			parameters: translate,
			items: rows,
			onError: 'continueRegularOutput',
		});
		expect(
			items.map(({ json, pairedItem }) => [json.message ?? json.translatedText, pairedItem]),
		).toEqual([
			['[es] Hello', { item: 0 }],
			['Unknown error', { item: 1 }],
			['[es] Hello', { item: 2 }],
		]);
	});

	it('stops the workflow otherwise, and tells which item it was', async () => {
		const { error } = await bench.run({
			node: 'onDemandTranslate',
			parameters: translate,
			items: rows,
		});
		expect(error).toMatchObject({
			message: 'OnDemand could not work with the input: Unknown error',
			httpCode: '400',
			context: { itemIndex: 1, data: { message: 'Unknown error', errorCode: '400' } },
		});
	});

	it('does not take the languages with it that could be translated', async () => {
		const { items, failed } = await bench.run({
			node: 'onDemandTranslate',
			parameters: { ...translate, targetLanguages: 'es, klingon-x, de' },
			items: rows.slice(0, 1),
			onError: 'continueErrorOutput',
		});
		expect(items.map(({ json }) => json.languageCode)).toEqual(['es', 'de']);
		expect(failed.map(({ json }) => json.row)).toEqual([1]);
	});

	it.each(['continueErrorOutput', 'stopWorkflow'] as const)(
		'is tried again by Retry On Fail with %s',
		async (onError) => {
			bench.sandbox.addFault({ fault: '503', operation: 'translateText', times: 2 });
			const { items } = await bench.run({
				node: 'onDemandTranslate',
				parameters: translate,
				items: rows.slice(0, 1),
				onError,
				tries: 3,
			});
			expect(items.map(({ json }) => json.translatedText)).toEqual(['[es] Hello']);
			expect(bench.received('translateText')).toHaveLength(3);
		},
	);
});
