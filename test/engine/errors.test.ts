import type { IDataObject } from 'n8n-workflow';
import type { Fault } from '../../sandbox/server';
import type { Execution } from './engine';
import { question, useSandbox } from './sandbox';

const bench = useSandbox();
const UNKNOWN = '6b00000000000000000000ff';
const byId = (value: string) => ({ __rl: true, mode: 'id', value });
const translation = { operation: 'translate', text: 'Hello', targetLanguages: ['es'] };

interface Row {
	when: string;
	node?: string;
	parameters?: Execution['parameters'];
	credential?: IDataObject;
	fault?: Fault;
	says: string;
	advises: string;
}

const rows: Row[] = [
	{
		when: 'the key is not known',
		credential: { apiKey: 'not-a-key' },
		says: 'The API key was not accepted: Invalid API Key',
		advises:
			'Open the OnDemand API credential and paste a key that is listed under API Keys in the OnDemand dashboard.',
	},
	{
		when: 'the key is empty',
		credential: { apiKey: '  ' },
		says: 'The API Key is empty',
		advises:
			'Open the OnDemand API credential and paste an API key. You make one in the OnDemand dashboard, under API Keys.',
	},
	{
		when: 'nobody answers at the base URL',
		credential: { baseUrl: 'http://127.0.0.1:9' },
		says: 'OnDemand could not be reached at http://127.0.0.1:9',
		advises:
			'Check the Base URL in the OnDemand API credential, and that your n8n server may connect to it.',
	},
	{
		when: 'the base URL is not a web address',
		credential: { baseUrl: 'api.on-demand.io' },
		says: 'The Base URL "api.on-demand.io" is not a web address',
		advises:
			'Open the OnDemand API credential and enter a Base URL such as https://api.on-demand.io.',
	},
	{
		when: 'the base URL would send the key in clear',
		credential: { baseUrl: 'http://gateway.example.com' },
		says: 'The Base URL starts with http, which would send the API key unprotected',
		advises:
			'Open the OnDemand API credential and start the Base URL with https. Plain http is for addresses on this machine only.',
	},
	{
		when: 'the session is not known',
		parameters: question('Hello', { sessionMode: 'existing', sessionId: byId(UNKNOWN) }),
		says: 'Session not found: Resource not found',
		advises: `Check Session (${UNKNOWN}): OnDemand has nothing under this ID, or another account owns it.`,
	},
	{
		when: 'a required parameter is empty',
		parameters: question('={{ $json.question }}'),
		says: 'The parameter "Message" is empty',
		advises: 'Fill in "Message", or check that its expression gives a value for this item.',
	},
	{
		when: 'the model is not active',
		parameters: question('Hello', { endpointId: byId('predefined-openai-gpt4o') }),
		says: 'Model: endpointId predefined-openai-gpt4o is not active',
		advises:
			'OnDemand changes its models every few weeks. Choose one from the list of the Model parameter, which shows the active ones.',
	},
	{
		when: 'the account is not subscribed to the service',
		node: 'onDemandTranslate',
		parameters: { ...translation, text: 'not subscribed' },
		says: 'Please subscribe to the service to use it',
		advises:
			'Open Services in the OnDemand dashboard, subscribe to language translation, and run the workflow again.',
	},
	{
		when: 'an HTML page comes back',
		fault: { fault: '520-html', times: 0 },
		says: 'OnDemand answered with a web page or nothing, not with data: ',
		advises:
			'OnDemand or a gateway before it is not available at the moment. Try again in some minutes.',
	},
	{
		when: 'the answer is empty',
		fault: { fault: 'empty-500', times: 0 },
		says: 'OnDemand answered with a web page or nothing, not with data',
		advises:
			'OnDemand or a gateway before it is not available at the moment. Try again in some minutes.',
	},
	{
		when: 'the answer is broken JSON',
		fault: { fault: 'malformed-json', times: 0 },
		says: 'The answer of OnDemand could not be read',
		advises: 'It is not JSON.',
	},
	{
		when: 'a gateway knows no route',
		fault: { fault: 'no-route', times: 0 },
		says: 'no Route matched with those values',
		advises:
			'Check the Base URL in the OnDemand API credential: this address does not know the request.',
	},
	{
		when: 'a plugin is not known',
		parameters: question('Hello', { pluginIds: ['plugin-1999999999'] }),
		says: 'One or more agents are invalid: agent-1999999999',
		advises:
			'Check the IDs in Plugin Names or IDs, and that your account is subscribed to these plugins in the OnDemand dashboard.',
	},
	{
		when: 'there are too many requests',
		parameters: question('Hello', { options: { rateLimitWait: 1 } }),
		fault: { fault: '429', times: 0 },
		says: 'OnDemand receives too many requests from this account: Too many requests',
		advises:
			'The time of Rate Limit Wait is over. Raise it in the options, lower Max Parallel Requests, or run the rest later.',
	},
	{
		when: 'OnDemand is not available',
		fault: { fault: '503', times: 0 },
		says: 'OnDemand is not available at the moment: Resource is unavailable',
		advises: 'OnDemand was asked several times. Try again in some minutes.',
	},
	{
		when: 'the connection breaks while an answer is awaited',
		fault: { fault: 'reset-before', times: 0, operation: 'submitQuery' },
		says: 'The connection to OnDemand broke before the answer was complete',
		advises:
			'The request may have been carried out all the same. Look in OnDemand before you run this item again.',
	},
	{
		when: 'no answer comes within the Timeout of the node',
		parameters: question('Hello', { requestOptions: { timeout: 200 } }),
		fault: { fault: 'hang', times: 0, operation: 'submitQuery' },
		says: 'OnDemand did not answer in time',
		advises: 'Raise Timeout under Request Options if the answer needs longer.',
	},
];

/** What OnDemand and its gateways were seen to answer, or are documented to. */
const answers: Array<{ status: number; body: unknown; says: string; advises: string }> = [
	{
		status: 400,
		body: { message: 'Input params are missing or invalid', errorCode: 'invalid_request' },
		says: 'Input params are missing or invalid',
		advises: 'Check the parameters of this item against what OnDemand says.',
	},
	{
		status: 400,
		body: {
			message: 'reasoningEffort must be one of low, medium, max',
			errorCode: 'invalid_request',
		},
		says: 'Reasoning Effort: reasoningEffort must be one of low, medium, max',
		advises: 'Check "Reasoning Effort" of this item.',
	},
	{
		status: 400,
		body: { message: 'Prompt is too long', errorCode: 'context_length_exceeded' },
		says: 'Prompt is too long',
		advises: 'Shorten the message, start a new session, or choose a model with a larger context.',
	},
	{
		status: 400,
		body: { message: 'Unknown error', errorCode: '400' },
		says: 'OnDemand could not work with the input: Unknown error',
		advises: 'Try again. If it stays so, check the parameters of this item.',
	},
	{
		status: 400,
		body: { message: 'invalid request' },
		says: 'invalid request',
		advises: 'Check the parameters of this item against what OnDemand says.',
	},
	{
		status: 401,
		body: { message: 'Unauthorized', request_id: 'request-1' },
		says: 'The API key was not accepted: Unauthorized',
		advises: 'Open the OnDemand API credential and paste a key',
	},
	{
		status: 401,
		body: { status: 401, message: 'No permission' },
		says: 'The API key was not accepted: No permission',
		advises: 'Open the OnDemand API credential and paste a key',
	},
	{
		status: 403,
		body: { message: 'Not included in your plan', errorCode: 'unauthorized' },
		says: 'The account is not allowed to do this: Not included in your plan',
		advises: 'Check in the OnDemand dashboard what your plan and your role include.',
	},
	{
		status: 403,
		body: { message: 'The prompt was refused', errorCode: 'content_policy_violation' },
		says: 'The prompt was refused',
		advises: 'The model declines this content. Change the wording, or choose another model.',
	},
	{
		status: 404,
		body: { error_msg: '404 Route Not Found' },
		says: '404 Route Not Found',
		advises: 'Check the Base URL in the OnDemand API credential',
	},
	{
		status: 404,
		body: { message: 'Route not found', errorCode: 'not_found' },
		says: 'Route not found',
		advises: 'Check the Base URL in the OnDemand API credential',
	},
	{
		status: 404,
		body: 'Not Found',
		says: 'Not Found',
		advises: 'Check the Base URL in the OnDemand API credential',
	},
	{
		status: 405,
		body: { message: 'Method not allowed', errorCode: 'method_not_allowed' },
		says: 'Method not allowed',
		advises: 'Check the Base URL in the OnDemand API credential',
	},
	{
		status: 500,
		body: { message: 'The model failed', errorCode: 'model_error' },
		says: 'OnDemand is not available at the moment: The model failed',
		advises: 'Try again in some minutes',
	},
	{
		status: 502,
		body: { message: 'Bad gateway', errorCode: 'bad_gateway' },
		says: 'OnDemand is not available at the moment: Bad gateway',
		advises: 'Try again in some minutes',
	},
	{
		status: 504,
		body: { message: 'Agent ran too long', errorCode: 'plugin_execution_timeout' },
		says: 'Agent ran too long',
		advises:
			'A plugin took longer than OnDemand waits. Ask for less at once, or use fewer plugins.',
	},
];

describe('A person reads what OnDemand says, and what to do next, of', () => {
	it.each(answers)('$status $body', async ({ status, body, says, advises }) => {
		bench.sandbox.addFault({ fault: 'answer', status, body, operation: 'submitQuery', times: 0 });
		const { error } = await bench.run({ node: 'onDemandChat', parameters: question('Hello') });
		expect(error?.message).toBe(says);
		expect(error?.description).toContain(advises);
		expect(error?.httpCode).toBe(String(status));
	});

	it('a page of any length, cut to what can be read', async () => {
		const body = { message: 'long '.repeat(100_000), errorCode: 'invalid_request' };
		bench.sandbox.addFault({ fault: 'answer', status: 400, body, operation: 'submitQuery' });
		const { items } = await bench.run({
			node: 'onDemandChat',
			parameters: question('Hello'),
			onError: 'continueRegularOutput',
		});
		expect(String(items[0].json.message)).toMatch(/^(long )+lon…$|^(long )+…$/);
		expect(JSON.stringify(items).length).toBeLessThan(2000);
	});
});

describe('A person reads what happened and what to do next when', () => {
	it.each(rows)('$when', async ({ node = 'onDemandChat', credential, fault, ...row }) => {
		bench.sandbox.configure({ unsubscribed: ['language_translation'] });
		if (fault) bench.sandbox.addFault(fault);
		const { apiKey, url: baseUrl } = bench.sandbox;
		const { error } = await bench.run({
			node,
			parameters: row.parameters ?? question('Hello'),
			credential: { apiKey, baseUrl, ...credential } as Execution['credential'],
		});
		expect(error?.message).toContain(row.says);
		expect(error?.description).toContain(row.advises);
	});
});

describe('An error', () => {
	const failing = async (fault: Fault) => {
		bench.sandbox.addFault({ times: 0, ...fault });
		return await bench.run({
			node: 'onDemandTranslate',
			parameters: { ...translation, options: { rateLimitWait: 1 } },
		});
	};

	it('shows the status, the code and the trace ID of OnDemand', async () => {
		const { error } = await failing({ fault: '503' });
		expect(error?.httpCode).toBe('503');
		expect(error?.description).toMatch(
			/\(language es, HTTP status 503, code resource_unavailable, trace ID [0-9a-f]{32}\)$/,
		);
	});

	it('tells n8n why it failed', async () => {
		const { error } = await failing({ fault: '429' });
		expect(error).toMatchObject({ failure: { cause: 'rate-limited' } });
	});

	it('tells n8n when OnDemand would take the request again', async () => {
		const { error } = await failing({ fault: '429', retryAfter: 7 });
		expect(error).toMatchObject({ failure: { cause: 'rate-limited', retryAfterMs: 7000 } });
	});

	it('sends a request with a refused key only once', async () => {
		const { url: baseUrl } = bench.sandbox;
		await bench.run({
			node: 'onDemandTranslate',
			parameters: translation,
			credential: { apiKey: 'not-a-key', baseUrl },
		});
		expect(bench.received()).toHaveLength(1);
	});

	it('keeps the IDs that OnDemand refused in the details of an error item', async () => {
		const { items } = await bench.run({
			node: 'onDemandChat',
			parameters: question('Hello', { pluginIds: ['plugin-1999999999'] }),
			onError: 'continueRegularOutput',
		});
		expect(items[0].json.details).toMatchObject({ invalidAgentIds: ['agent-1999999999'] });
	});
});

describe('Input that does not fit', () => {
	it('takes a number where a text is asked for', async () => {
		const { items } = await bench.run({
			node: 'onDemandTranslate',
			parameters: { ...translation, text: '={{ 42 }}' },
		});
		expect(items[0].json.translatedText).toBe('[es] 42');
	});

	it('refuses an object where a text is asked for', async () => {
		const { error } = await bench.run({
			node: 'onDemandTranslate',
			parameters: { ...translation, text: '={{ { a: 1 } }}' },
		});
		expect(error?.message).toBe('The parameter "Text" holds an object, not text');
	});

	it('names Target Languages when there is none', async () => {
		const { error } = await bench.run({
			node: 'onDemandTranslate',
			parameters: { ...translation, targetLanguages: '={{ [] }}' },
		});
		expect(error?.message).toBe('The parameter "Target Languages" is empty');
	});
});
