/* eslint-disable @n8n/community-nodes/no-restricted-imports -- the sandbox runs on Node itself, never inside n8n */
import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { awkwardPieces } from './eventStream';
import type { Timers } from './timers';

/**
 * Sends the frames of an event stream. Writing goes on without effect when there is nobody left to
 * read, so that the work behind the stream is done in any case.
 */
export class EventWriter {
	private muted = false;

	/** @param response where to write; left out, everything goes nowhere */
	constructor(
		private readonly response: ServerResponse | undefined,
		private readonly timers: Timers,
		private readonly heartbeatMs: number,
	) {}

	private get open(): boolean {
		return this.response !== undefined && !this.muted && !this.response.destroyed;
	}

	/** Sends the head of the answer. */
	begin(): void {
		if (!this.response || this.response.destroyed) return;
		this.response.socket?.setNoDelay(true);
		this.response.writeHead(200, {
			'content-type': 'text/event-stream; charset=utf-8',
			'cache-control': 'no-cache, no-transform',
		});
	}

	/** Sends one frame in awkward pieces; waits while the reader is slow. */
	async send(text: string): Promise<void> {
		if (!this.open || !this.response) return;
		let taken = true;
		for (const piece of awkwardPieces(text)) {
			taken = this.response.write(piece);
			// Pieces written in one turn of the event loop would arrive as one.
			await this.timers.nextTurn();
			if (!this.open) return;
		}
		if (!taken && this.response.writableNeedDrain) {
			const gone = new AbortController();
			await Promise.race([
				once(this.response, 'drain', { signal: gone.signal }),
				once(this.response, 'close', { signal: gone.signal }),
			]);
			gone.abort();
		}
	}

	/** Waits; a heartbeat goes out whenever its time has come. */
	async wait(milliseconds: number, heartbeat: () => string): Promise<void> {
		let left = milliseconds;
		while (left > 0) {
			const step = this.heartbeatMs > 0 ? Math.min(left, this.heartbeatMs) : left;
			await this.timers.sleep(step);
			left -= step;
			if (left > 0) await this.send(heartbeat());
		}
	}

	/** Sends nothing more but leaves the connection open. */
	mute(): void {
		this.muted = true;
	}

	/** Ends the answer, unless it was muted. */
	end(): void {
		if (this.open) this.response?.end();
	}
}
