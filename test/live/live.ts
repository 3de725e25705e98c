import { randomUUID } from 'node:crypto';
import type { OnDemandAccount } from '../../nodes/shared/credential';
import { execute } from '../engine/engine';
import type { Outcome } from '../engine/engine';
import type { Finding } from '../e2e/findings';
import { cleanUp } from './cleanUp';
import { allOperations } from './operations';
import type { Operation } from './operations';
import { rows as allRows } from './rows';
import type { Found, Row } from './rows';
import { hidden } from './words';

/**
 * Calls every operation of every node once, and removes what that has made, however it ends.
 *
 * @param account whose key and address are used; the calls cost a little
 * @param operations what has to be called, and `rows` how
 * @param onFinding is told of each call as soon as it is over
 */
export async function runLive(
	account: OnDemandAccount,
	onFinding: (finding: Finding) => void,
	signal?: AbortSignal,
	{ operations, rows }: { operations: Operation[]; rows: Row[] } = {
		operations: allOperations(),
		rows: allRows,
	},
): Promise<Finding[]> {
	const findings: Finding[] = [];
	const add = (finding: Finding) => {
		findings.push(finding);
		onFinding(finding);
	};
	let found: Found = { user: `n8n-live-test-${randomUUID()}` };
	try {
		for (const row of rows) {
			const operation = operations.find((candidate) => isCalledBy(row, candidate));
			if (!operation || signal?.aborted) continue;
			const { finding, kept } = await call(account, operation, row, found, signal);
			found = { ...found, ...kept };
			add(finding);
		}
		const called = (operation: Operation) => rows.some((row) => isCalledBy(row, operation));
		for (const operation of operations.filter((candidate) => !called(candidate))) {
			add(verdict(operation, 'failed', ['There is no call for it in test/live/rows.ts']));
		}
	} finally {
		add(await cleanUp(account, found));
	}
	return findings;
}

function isCalledBy(row: Row, { node, resource, operation }: Operation): boolean {
	return row.node === node && row.resource === resource && row.operation === operation;
}

async function call(
	account: OnDemandAccount,
	operation: Operation,
	{ node, resource, operation: name, needs = [], parameters, item, keep }: Row,
	found: Found,
	signal?: AbortSignal,
): Promise<{ finding: Finding; kept?: Partial<Found> }> {
	const missing = needs.filter((need) => found[need] === undefined);
	if (missing.length > 0) {
		const reason = `An earlier call gave no ${missing.join(' and no ')}`;
		return { finding: verdict(operation, 'skipped', [reason]) };
	}
	const began = Date.now();
	const outcome = await execute({
		node,
		parameters: { resource, operation: name, ...parameters?.(found) },
		items: [item ?? { json: {} }],
		credential: { ...account },
		// One of its own for each call, since the engine keeps listening to it.
		signal: signal && AbortSignal.any([signal]),
	});
	const milliseconds = Date.now() - began;
	const [kind, reasons] = judge(outcome, account, operation, signal);
	return {
		finding: { ...verdict(operation, kind, reasons), milliseconds },
		kept: kind === 'passed' ? keep?.(outcome.items.map(({ json }) => json)) : undefined,
	};
}

/** What became of a call; a service that the account is not subscribed to is no failure of the package. */
function judge(
	{ error, items }: Outcome,
	account: OnDemandAccount,
	{ operation }: Operation,
	signal?: AbortSignal,
): [Finding['verdict'], string[]] {
	if (signal?.aborted) return ['failed', ['It was interrupted']];
	if (error) {
		const isNotSubscribed = /subscribe to the service/i.test(error.message);
		const words = [error.message, error.description ?? ''].filter((text) => text !== '');
		return [isNotSubscribed ? 'skipped' : 'failed', words.map((text) => hidden(text, account))];
	}
	const mayBeEmpty = operation === 'getAll';
	return items.length > 0 || mayBeEmpty ? ['passed', []] : ['failed', ['It gave no output']];
}

function verdict(
	{ family, title }: Operation,
	kind: Finding['verdict'],
	reasons: string[],
): Finding {
	return { layer: family, what: title, milliseconds: 0, verdict: kind, reasons };
}
