import { sleep } from 'n8n-workflow';
import type { BodyStream } from './answer';
import { OnDemandError } from './errors';

const TICK_SECONDS = 1;

/**
 * The chunks of a stream, for as long as they keep coming: a server that falls silent does not hold an item for ever.
 *
 * @param idleSeconds how long nothing may come; OnDemand sends a heartbeat about every 3 seconds
 * @throws OnDemandError when nothing came for that long
 */
export async function* whileAlive(
	stream: BodyStream,
	idleSeconds: number,
): AsyncGenerator<Uint8Array | string> {
	const chunks: AsyncIterator<Uint8Array | string> = stream[Symbol.asyncIterator]();
	let tick = sleep(TICK_SECONDS * 1000);
	let quietSeconds = 0;
	let next = chunks.next();
	try {
		for (;;) {
			const chunk = await Promise.race([next, tick]);
			if (!chunk) {
				quietSeconds += TICK_SECONDS;
				if (quietSeconds >= idleSeconds) throw silence(idleSeconds);
				tick = sleep(TICK_SECONDS * 1000);
				continue;
			}
			if (chunk.done) return;
			yield chunk.value;
			quietSeconds = 0;
			next = chunks.next();
		}
	} finally {
		stream.destroy();
		// A read that is still open ends with the stream; what ended the stream is told above.
		await next.catch(() => undefined);
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
