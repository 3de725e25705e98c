import { sleep } from 'n8n-workflow';
import type { IDataObject, INodeExecutionData, StructuredChunk } from 'n8n-workflow';
import { MODEL, question, startSessions, useSandbox } from './sandbox';

const bench = useSandbox();
const ask = async (query: string, more = {}, items?: INodeExecutionData[]) =>
	await bench.run({ node: 'onDemandChat', parameters: question(query, more), items });

describe('Message: Send', () => {
	it.each(['stream', 'sync'])('gives the same shape of answer in %s mode', async (responseMode) => {
		const { items } = await ask('Where is my parcel?', { responseMode });
		expect(items).toEqual([
			{
				json: {
					output: expect.stringContaining('Where is my parcel?'),
					sessionId: expect.stringMatching(/^[0-9a-f]{24}$/),
					messageId: expect.stringMatching(/^[0-9a-f]{24}$/),
					status: 'completed',
					usage: {
						inputTokens: expect.any(Number),
						outputTokens: expect.any(Number),
						totalTokens: expect.any(Number),
						seconds: expect.any(Number),
					},
				},
				pairedItem: { item: 0 },
			},
		]);
	});

	it('gives the message ID at once in webhook mode, with no answer yet', async () => {
		const { items } = await ask('Where is my parcel?', { responseMode: 'webhook' });
		expect(items[0].json).toEqual({
			output: null,
			sessionId: expect.any(String),
			messageId: expect.any(String),
			status: 'processing',
			usage: null,
		});
	});

	it.each(['stream', 'sync'])(
		'gives the data of OnDemand with Simplify off in %s mode',
		async (responseMode) => {
			const { items } = await ask('Hello', { responseMode, simplify: false });
			expect(items[0].json).toEqual({
				sessionId: expect.any(String),
				messageId: expect.any(String),
				answer: expect.stringContaining('Hello'),
				status: 'completed',
				metrics: expect.objectContaining({ ragTimeSec: expect.any(Number) }),
			});
		},
	);

	it('takes message and user from a Chat Trigger without a change', async () => {
		const { items } = await bench.run({
			node: 'onDemandChat',
			parameters: { resource: 'message', operation: 'send', endpointId: MODEL },
			items: [{ json: { chatInput: 'Hello from the chat', sessionId: 'visitor-7' } }],
		});
		expect(items[0].json.output).toContain('Hello from the chat');
		expect(bench.received('createChatSession')[0].body).toEqual({ externalUserId: 'visitor-7' });
	});

	it('continues the session of the same user and starts another for a different one', async () => {
		const first = await ask('My name is Ada.');
		const second = await ask('What is my name?');
		const other = await ask('Who am I?', { externalUserId: 'customer-0043' });
		const session = ({ items }: typeof first) => items[0].json.sessionId;
		expect(session(second)).toBe(session(first));
		expect(session(other)).not.toBe(session(first));
		expect(second.items[0].json.output).toContain('2 messages');
	});

	it('puts two messages of one user that come at once into one session', async () => {
		const { items } = await ask('Hello', {}, [{ json: {} }, { json: {} }]);
		expect(new Set(items.map(({ json }) => json.sessionId)).size).toBe(1);
		expect(bench.sandbox.counters().sessionsCreated).toBe(1);
	});

	it('never continues a session of another user, even if OnDemand lists it', async () => {
		bench.sandbox.configure({ honoursUserFilter: false });
		await startSessions(bench, 1, 'somebody-else');
		await ask('Hello');
		expect(bench.sandbox.counters().sessionsCreated).toBe(2);
	});
});

describe('An answer in webhook mode', () => {
	const waitFor = async (waitForAnswer: number) =>
		await ask('Hello', { responseMode: 'webhook', options: { waitForAnswer } });

	it('is waited for when asked so, in the shape of the other modes', async () => {
		const { items } = await waitFor(30);
		expect(items[0].json).toMatchObject({
			output: expect.stringContaining('Hello'),
			status: 'completed',
			usage: { totalTokens: expect.any(Number) },
		});
	});

	it('is left for later when the time to wait is up', async () => {
		bench.sandbox.configure({ webhookDelayMs: 60_000 });
		const { items } = await waitFor(1);
		expect(items[0].json).toMatchObject({
			output: null,
			messageId: expect.any(String),
			status: 'processing',
		});
	});

	it('that OnDemand could not give becomes an error with the message ID', async () => {
		bench.sandbox.configure({ webhookOutcome: 'failed' });
		const { items } = await bench.run({
			node: 'onDemandChat',
			parameters: question('Hello', { responseMode: 'webhook', options: { waitForAnswer: 30 } }),
			onError: 'continueRegularOutput',
		});
		expect(items[0].json).toMatchObject({
			error: 'OnDemand could not answer the message',
			details: { messageId: expect.any(String) },
		});
	});
});

describe('Parse Answer as JSON', () => {
	const parsed = async (query: string, more = {}) =>
		await bench.run({
			node: 'onDemandChat',
			parameters: question(query, { options: { parseAnswerAsJson: true }, ...more }),
			onError: 'continueRegularOutput',
		});

	it.each(['stream', 'sync'])('turns the answer into fields in %s mode', async (responseMode) => {
		const { items } = await parsed('Please reply with json', { responseMode });
		expect(items[0].json.output).toEqual(expect.any(Object));
	});

	it('gives an error item with the answer when it is not JSON', async () => {
		const { items } = await parsed('Hello');
		expect(items[0].json).toMatchObject({
			error: 'The answer is not JSON',
			details: { answer: expect.stringContaining('Hello'), messageId: expect.any(String) },
		});
	});
});

describe('A streamed answer', () => {
	const streamed = async (more = {}) => {
		const chunks: StructuredChunk[] = [];
		const outcome = await bench.run({
			node: 'onDemandChat',
			parameters: question('Grüße & “Zitate” 🚀?', { responseMode: 'stream' }),
			onChunk: (chunk) => chunks.push(chunk),
			...more,
		});
		return { ...outcome, chunks };
	};

	it('goes on to the trigger piece by piece, and the pieces make up the answer', async () => {
		const { items, chunks } = await streamed();
		const pieces = chunks.filter(({ type }) => type === 'item').map(({ content }) => content);
		expect(chunks[0].type).toBe('begin');
		expect(chunks[chunks.length - 1].type).toBe('end');
		expect(pieces.length).toBeGreaterThan(5);
		expect(pieces.join('')).toBe(items[0].json.output);
		expect(pieces.join('')).toContain('Grüße & “Zitate” 🚀?');
	});

	it('that is cut off is completed from what OnDemand has stored', async () => {
		bench.sandbox.addFault({ fault: 'cut-stream', operation: 'submitQuery', afterTokens: 3 });
		const { items, chunks } = await streamed();
		const pieces = chunks.filter(({ type }) => type === 'item').map(({ content }) => content);
		expect(items[0].json).toMatchObject({
			output: expect.stringMatching(/✅$/),
			status: 'completed',
			usage: { totalTokens: expect.any(Number) },
		});
		expect(pieces.join('')).toBe(items[0].json.output);
		expect(chunks[chunks.length - 1].type).toBe('end');
		expect(bench.sandbox.counters()).toMatchObject({ queriesCarriedOut: 1, duplicates: 0 });
	});

	it('that broke off tells the message ID and what had come, when there is no more', async () => {
		bench.sandbox.addFault({ fault: 'error-stream', operation: 'submitQuery', afterTokens: 3 });
		const { items, chunks } = await streamed({ onError: 'continueRegularOutput' });
		const details = items[0].json.details as IDataObject;
		expect(details.messageId).toMatch(/^[0-9a-f]{24}$/);
		expect(details.answerSoFar).toBe(
			chunks
				.filter(({ type }) => type === 'item')
				.map(({ content }) => content)
				.join(''),
		);
		expect(chunks.map(({ type }) => type)).not.toContain('end');
	});

	it('ends with the error that OnDemand sends in the middle of it', async () => {
		bench.sandbox.addFault({
			fault: 'error-stream',
			operation: 'submitQuery',
			message: 'Model context length exceeded',
			errorCode: 'context_length_exceeded',
		});
		const { error } = await streamed();
		expect(error?.message).toBe('Model context length exceeded');
		expect(error?.description).toContain('Shorten the message');
	});

	it('ends when the execution is stopped', async () => {
		bench.sandbox.configure({ tokenDelayMs: 50 });
		const stop = new AbortController();
		await streamed({
			signal: stop.signal,
			onChunk: ({ type }: StructuredChunk) => type === 'item' && stop.abort(),
		});
		await closed();
		expect(bench.sandbox.counters()).toMatchObject({ inFlight: 0, clientDisconnects: 1 });
	});
});

describe('A question whose connection broke', () => {
	it.each([
		['stream', 'reset-after'],
		['sync', 'reset-after'],
		['sync', '520-html'],
		['webhook', 'reset-after'],
	] as const)('in %s mode by %s is not asked again, but looked up', async (responseMode, fault) => {
		bench.sandbox.addFault({ fault, operation: 'submitQuery', afterWork: true });
		const { items } = await ask('Hello', { responseMode });
		expect(items[0].json.messageId).toMatch(/^[0-9a-f]{24}$/);
		if (responseMode !== 'webhook') expect(items[0].json.output).toContain('Hello');
		expect(bench.received('submitQuery')).toHaveLength(1);
	});

	it('before OnDemand took it becomes an error that says so', async () => {
		bench.sandbox.addFault({ fault: 'reset-before', operation: 'submitQuery' });
		const { error } = await ask('Hello');
		expect(error?.description).toContain('No such message was found in the session afterwards.');
		expect(bench.received('submitQuery')).toHaveLength(1);
	});

	it('is not taken for an older one with the same words', async () => {
		const first = await ask('Hello');
		bench.sandbox.addFault({ fault: 'reset-after', operation: 'submitQuery' });
		const second = await ask('Hello');
		expect(second.items[0].json.messageId).not.toBe(first.items[0].json.messageId);
		expect(bench.sandbox.counters().queriesCarriedOut).toBe(2);
	});
});

/** Waits until the sandbox has seen the end of the last request. */
async function closed(): Promise<void> {
	const { sandbox } = bench;
	while (sandbox.counters().inFlight > 0) await sleep(5);
}

describe('Session', () => {
	it('Create gives the new session, simplified', async () => {
		const { items } = await bench.run({
			node: 'onDemandChat',
			parameters: { resource: 'session', operation: 'create', externalUserId: 'customer-0042' },
		});
		expect(Object.keys(items[0].json)).toEqual([
			'id',
			'title',
			'externalUserId',
			'pluginIds',
			'status',
			'createdAt',
			'updatedAt',
		]);
	});

	it('Create gives all fields with Simplify off', async () => {
		const { items } = await bench.run({
			node: 'onDemandChat',
			parameters: {
				resource: 'session',
				operation: 'create',
				externalUserId: 'customer-0042',
				simplify: false,
			},
		});
		expect(items[0].json).toMatchObject({ companyId: expect.any(String), isProcessing: false });
	});

	it('Get reads the session with the title that its first message gave it', async () => {
		const [id] = await startSessions(bench, 1);
		const { items } = await bench.run({
			node: 'onDemandChat',
			parameters: { resource: 'session', operation: 'get', sessionId: byId(id) },
		});
		expect(items[0].json).toMatchObject({ id, title: 'Hello' });
	});

	it('Get Many leaves out the sessions of other users when it filters', async () => {
		await startSessions(bench, 2, 'customer-0042');
		await startSessions(bench, 1, 'customer-0043');
		const { items } = await bench.run({
			node: 'onDemandChat',
			parameters: {
				resource: 'session',
				operation: 'getAll',
				filters: { externalUserId: 'customer-0043' },
			},
		});
		expect(items.map(({ json }) => json.externalUserId)).toEqual(['customer-0043']);
	});

	it('Delete tells which session is gone', async () => {
		const [id] = await startSessions(bench, 1);
		const { items } = await bench.run({
			node: 'onDemandChat',
			parameters: { resource: 'session', operation: 'delete', sessionId: byId(id) },
		});
		expect(items[0].json).toEqual({ deleted: true, id });
	});
});

describe('Messages of a session', () => {
	it('Get reads one message with its answer', async () => {
		const { json } = (await ask('Hello')).items[0];
		const { items } = await bench.run({
			node: 'onDemandChat',
			parameters: {
				resource: 'message',
				operation: 'get',
				sessionId: byId(String(json.sessionId)),
				messageId: json.messageId as string,
			},
		});
		expect(items[0].json).toMatchObject({
			id: json.messageId,
			query: 'Hello',
			answer: json.output,
		});
	});

	it('Get Many lists them, the oldest first when asked so', async () => {
		const { json } = (await ask('One')).items[0];
		await ask('Two');
		const { items } = await bench.run({
			node: 'onDemandChat',
			parameters: {
				resource: 'message',
				operation: 'getAll',
				sessionId: byId(String(json.sessionId)),
				filters: { sort: 'asc' },
			},
		});
		expect(items.map(({ json: message }) => message.query)).toEqual(['One', 'Two']);
	});
});

function byId(value: string) {
	return { __rl: true, mode: 'id', value };
}
