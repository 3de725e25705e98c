/* eslint-disable @n8n/community-nodes/no-restricted-imports -- tests run in Node, never inside n8n */
import { setTimeout as pause } from 'node:timers/promises';
import type { Counters } from '../../../sandbox/server';
import type { Checks } from '../findings';
import type { Stage } from '../stage';

const GLANCE_MS = 5;
const AFTERWARDS_MS = 4000;
const LONGEST_MS = 1000;
const PATIENCE_MS = 30_000;

/** Waits until the sandbox has seen something. */
export async function untilSeen(
	{ sandbox, signal }: Stage,
	isSeen: (counters: Counters) => boolean,
): Promise<void> {
	const deadline = Date.now() + PATIENCE_MS;
	while (!isSeen(sandbox.counters())) {
		if (Date.now() > deadline) throw new Error('The execution did not begin to send requests');
		await pause(GLANCE_MS, undefined, { signal });
	}
}

/** Stops an execution, and checks by the sandbox's counters that its requests end within a second. */
export async function checkStopped(stage: Stage, checks: Checks, id: string): Promise<void> {
	const { n8n, sandbox, signal } = stage;
	const { inFlight: running, requests: sentBefore } = sandbox.counters();
	checks.that(`${running} requests were running when it was stopped`, running > 0);
	const stoppedAt = Date.now();
	let answeredMs = NaN;
	const stopping = n8n.call('POST', `/executions/${id}/stop`).then(() => {
		answeredMs = Date.now() - stoppedAt;
	});
	let total = sentBefore.total;
	let lastSentMs = 0;
	let emptyMs: number | undefined;
	while (Date.now() - stoppedAt < AFTERWARDS_MS) {
		await pause(GLANCE_MS, undefined, { signal });
		const { requests, inFlight } = sandbox.counters();
		const sinceStop = Date.now() - stoppedAt;
		if (requests.total > total) lastSentMs = sinceStop;
		total = requests.total;
		emptyMs = inFlight === 0 ? (emptyMs ?? sinceStop) : undefined;
	}
	await stopping;
	const later = total - sentBefore.total;
	checks.note(
		`${running} running when stopped, which n8n confirmed after ${answeredMs} ms; the last of ${later} later ones came after ${lastSentMs} ms, none ran after ${emptyMs ?? 'more than 4000'} ms`,
	);
	checks.that(
		`no request later than 1 s: the last after ${lastSentMs} ms`,
		lastSentMs <= LONGEST_MS,
	);
	checks.that(
		`nothing runs after 1 s: empty after ${emptyMs ?? 'more than 4000'} ms`,
		emptyMs !== undefined && emptyMs <= LONGEST_MS,
	);
}
