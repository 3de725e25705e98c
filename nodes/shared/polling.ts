import { sleep } from 'n8n-workflow';
import type { Call } from './call';
import { OnDemandError } from './errors';

/** Milliseconds after which a wait looks whether the execution was cancelled. */
const GLANCE = 200;

/** The longest pause between two looks, in milliseconds. */
const LONGEST_PAUSE = 5000;

/**
 * Looks again and again, at first soon and then every 5 seconds, until there is something to see.
 *
 * @param seconds how long to look at most
 * @param look gives what is waited for, or undefined while it is not there
 * @returns undefined when time is up
 * @throws OnDemandError when the execution is cancelled
 */
export async function polled<Result>(
	call: Call,
	seconds: number,
	look: () => Promise<Result | undefined>,
): Promise<Result | undefined> {
	const end = Date.now() + seconds * 1000;
	for (let pause = GLANCE; ; pause = Math.min(2 * pause, LONGEST_PAUSE)) {
		const seen = await look();
		if (seen !== undefined || Date.now() >= end) return seen;
		await wait(call, Math.min(pause, end - Date.now()));
	}
}

async function wait({ signal }: Call, milliseconds: number): Promise<void> {
	const end = Date.now() + milliseconds;
	for (let left = milliseconds; left > 0; left = end - Date.now()) {
		await sleep(Math.min(left, GLANCE));
		if (signal?.aborted) throw new OnDemandError('The execution was cancelled');
	}
}
