import { sleep } from 'n8n-workflow';
import { OnDemandError } from './errors';

/** Milliseconds after which a wait looks whether the execution was cancelled. */
const GLANCE = 200;

/**
 * Waits.
 *
 * @throws OnDemandError when the execution is cancelled
 */
export async function wait(milliseconds: number, signal?: AbortSignal): Promise<void> {
	const end = Date.now() + milliseconds;
	for (let left = milliseconds; left > 0; left = end - Date.now()) {
		await sleep(Math.min(left, GLANCE));
		if (signal?.aborted) throw new OnDemandError('The execution was cancelled');
	}
}
