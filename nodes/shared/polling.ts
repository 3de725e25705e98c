import type { Call } from './call';
import { wait } from './wait';

/** The pauses between two looks, in milliseconds: at first, and at most. */
const FIRST_PAUSE = 200;
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
	for (let pause = FIRST_PAUSE; ; pause = Math.min(2 * pause, LONGEST_PAUSE)) {
		const seen = await look();
		if (seen !== undefined || Date.now() >= end) return seen;
		await wait(Math.min(pause, end - Date.now()), call.signal);
	}
}
