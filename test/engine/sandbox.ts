import { startSandbox } from '../../sandbox/server';
import type { LoggedRequest, Sandbox } from '../../sandbox/server';
import { execute } from './engine';
import type { Execution, Outcome } from './engine';

/** A model that is active in the sandbox. */
export const MODEL = { __rl: true, mode: 'id', value: 'predefined-claude-fable-5.1' };

export interface Bench {
	/** The sandbox, as at its start before each test. */
	sandbox: Sandbox;
	/** Runs one node of the package with the sandbox's credential, and looks for the key in all that n8n keeps of it. */
	run(execution: Omit<Execution, 'credential'> & Partial<Execution>): Promise<Outcome>;
	/** The requests of an operation of the API, or of all, in the order in which they came. */
	received(operationId?: string): LoggedRequest[];
}

/** One sandbox for a test file, fresh for each test. */
export function useSandbox(): Bench {
	const bench = {} as Bench;
	beforeAll(async () => {
		bench.sandbox = await startSandbox();
	});
	beforeEach(async () => await bench.sandbox.reset());
	afterAll(async () => await bench.sandbox.stop());
	bench.run = async (execution) => {
		const { apiKey, url: baseUrl } = bench.sandbox;
		const outcome = await execute({ credential: { apiKey, baseUrl }, ...execution });
		expect(JSON.stringify(outcome).includes(apiKey)).toBe(false);
		return outcome;
	};
	bench.received = (operationId) =>
		bench.sandbox
			.requests()
			.filter((request) => !operationId || request.operationId === operationId);
	return bench;
}

/** The parameters of Message: Send with one question of one user. */
export function question(
	query: string,
	more: Execution['parameters'] = {},
): Execution['parameters'] {
	return {
		resource: 'message',
		operation: 'send',
		sessionMode: 'latest',
		externalUserId: 'customer-0042',
		query,
		endpointId: MODEL,
		responseMode: 'sync',
		...more,
	};
}

/** Starts sessions that hold one message each, so that lists show them; gives their IDs, the oldest first. */
export async function startSessions(
	bench: Bench,
	count: number,
	user = 'customer-0042',
): Promise<string[]> {
	const { items } = await bench.run({
		node: 'onDemandChat',
		parameters: question('Hello', { sessionMode: 'new', externalUserId: user }),
		items: Array.from({ length: count }, () => ({ json: {} })),
	});
	return items.map(({ json }) => String(json.sessionId));
}
