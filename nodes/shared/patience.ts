import { sleep } from 'n8n-workflow';
import type { BodyStream } from './answer';
import { OnDemandError } from './errors';

/** OnDemand sends a heartbeat about every 3 seconds; a stream that is silent for this long has died. */
export const IDLE_SECONDS = 60;

const GLANCE = 1000;

/** How long a stream may last. */
export interface Patience {
	/** Seconds for which nothing may come. */
	idleSeconds: number;
	/** When the user's Timeout is over, in milliseconds since 1970; Infinity where none is set. */
	deadline: number;
}

/**
 * Ends a stream when its server falls silent, or when its time is up, so that it does not hold an item for ever.
 * Whoever reads the stream then gets an OnDemandError.
 *
 * @param request ends the request: axios wraps its streams, and a wrapped one ends only after another chunk
 */
export function endWhenSilent(
	stream: BodyStream,
	request: AbortController,
	patience: Patience,
): void {
	const seen = { at: Date.now(), isClosed: false };
	// A listener for data would make the stream flow before anybody reads it.
	const push = stream.push.bind(stream);
	stream.push = (...chunk) => {
		seen.at = Date.now();
		return push(...chunk);
	};
	stream.once('close', () => {
		seen.isClosed = true;
	});
	void watch(stream, request, patience, seen);
}

/** Looks after a stream until it is closed, also when nobody reads on; no error can end it. */
async function watch(
	stream: BodyStream,
	request: AbortController,
	{ idleSeconds, deadline }: Patience,
	seen: { at: number; isClosed: boolean },
): Promise<void> {
	while (!seen.isClosed) {
		const left = deadline - Date.now();
		await sleep(left > 0 ? Math.min(GLANCE, left) : GLANCE);
		// What waits to be read has come: then it is the reader who takes long.
		if (stream.readableLength > 0) seen.at = Date.now();
		const isLate = Date.now() >= deadline;
		if (isLate) stream.destroy(lateness());
		else if (Date.now() - seen.at >= idleSeconds * 1000) stream.destroy(silence(idleSeconds));
		if (stream.destroyed && !seen.isClosed) request.abort();
	}
}

function silence(seconds: number): OnDemandError {
	return new OnDemandError(`OnDemand sent nothing for ${seconds} seconds`, {
		description: 'The connection was closed. OnDemand may still finish the answer on its side.',
		errorCode: 'silent_stream',
		isOutcomeUnknown: true,
		cause: 'temporarily-unavailable',
	});
}

function lateness(): OnDemandError {
	return new OnDemandError('OnDemand did not answer in time', {
		description: 'Raise Timeout under Request Options if the answer needs longer.',
		errorCode: 'ETIMEDOUT',
		isOutcomeUnknown: true,
		cause: 'temporarily-unavailable',
	});
}
