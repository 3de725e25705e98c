import { startSandbox } from '../../sandbox/server';
import type { Sandbox } from '../../sandbox/server';
import { OnDemandApi } from '../../credentials/OnDemandApi.credentials';
import { question, useSandbox } from './sandbox';

const bench = useSandbox();
let elsewhere: Sandbox;
beforeAll(async () => {
	elsewhere = await startSandbox({ apiKey: 'another-key' });
});
afterAll(async () => await elsewhere.stop());

const authenticate = async (url: string, baseUrl = 'https://api.on-demand.io') => {
	const credential = new OnDemandApi();
	if (typeof credential.authenticate !== 'function') throw new Error('not a function');
	return await credential.authenticate({ apiKey: ' key ', baseUrl }, { url });
};

describe('The API key', () => {
	it('is sent without the blanks around it', async () => {
		expect((await authenticate('/chat/v1/sessions')).headers).toEqual({ apikey: 'key' });
	});

	it('goes to the base URL, a path in it included', async () => {
		const request = await authenticate(
			'/chat/v1/sessions',
			'https://gateway.example.com/ondemand/',
		);
		expect(request.url).toBe('https://gateway.example.com/ondemand/chat/v1/sessions');
	});

	it.each([
		'https://files.example.com/chat/v1/sessions',
		'http://api.on-demand.io/chat/v1/sessions',
		'https://api.on-demand.io:8443/chat/v1/sessions',
		'https://api.on-demand.io.example.com/',
	])('is not sent to %s', async (url) => {
		await expect(authenticate(url)).rejects.toThrow(/^The API key is not sent to /);
	});

	it('does not travel with a redirect', async () => {
		bench.sandbox.addFault({ fault: 'redirect', location: `${elsewhere.url}/chat/v1/sessions` });
		const { error } = await bench.run({ node: 'onDemandChat', parameters: question('Hello') });
		expect(error?.message).toContain('OnDemand redirected the request to');
		expect(elsewhere.requests()).toEqual([]);
	});

	it.each([
		['an answer', {}],
		['an error item', { endpointId: { __rl: true, mode: 'id', value: 'none' } }],
	])('is nowhere in the record of an execution with %s', async (_, more) => {
		const { run } = await bench.run({
			node: 'onDemandChat',
			parameters: question('Hello', more),
			onError: 'continueRegularOutput',
		});
		expect(JSON.stringify(run)).not.toContain(bench.sandbox.apiKey);
	});

	it.each(['401', '503', 'reset-before', 'malformed-json'] as const)(
		'is nowhere in the record of an execution that %s stopped',
		async (fault) => {
			bench.sandbox.addFault({ fault, times: 0 });
			const { run, error } = await bench.run({
				node: 'onDemandChat',
				parameters: question('Hello'),
			});
			expect(error).toBeDefined();
			expect(JSON.stringify(run)).not.toContain(bench.sandbox.apiKey);
		},
	);
});
