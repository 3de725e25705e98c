/* eslint-disable @n8n/community-nodes/no-restricted-imports -- the sandbox runs on Node itself, never inside n8n */
import type { ServerResponse } from 'node:http';
import type { Timers } from './timers';

/** Headers beside the usual ones. */
export type ExtraHeaders = Record<string, string>;

/** A whole answer. */
export interface TextReply {
	type: 'text';
	status: number;
	contentType: string;
	text: string;
	headers?: ExtraHeaders;
}

/** An event stream; run without a response it does its work and sends nothing. */
export interface StreamReply {
	type: 'stream';
	run: (response: ServerResponse | undefined) => Promise<void>;
}

export type Reply = TextReply | StreamReply;

/** A JSON answer. */
export function jsonReply(status: number, body: unknown, headers?: ExtraHeaders): TextReply {
	const contentType = 'application/json; charset=utf-8';
	return { type: 'text', status, contentType, text: JSON.stringify(body), headers };
}

/** An answer in plain text. */
export function plainReply(status: number, text: string): TextReply {
	return { type: 'text', status, contentType: 'text/plain; charset=utf-8', text };
}

function headersOf(reply: TextReply) {
	return {
		'content-type': reply.contentType,
		'content-length': Buffer.byteLength(reply.text),
		...reply.headers,
	};
}

/** Sends a whole answer at once. */
export function sendText(response: ServerResponse, reply: TextReply): void {
	response.writeHead(reply.status, headersOf(reply));
	response.end(reply.text);
}

/** Sends a whole answer byte by byte. */
export async function dribbleText(
	response: ServerResponse,
	reply: TextReply,
	delayMs: number,
	timers: Timers,
): Promise<void> {
	response.socket?.setNoDelay(true);
	response.writeHead(reply.status, headersOf(reply));
	for (const byte of Buffer.from(reply.text)) {
		if (response.destroyed) return;
		response.write(Buffer.from([byte]));
		await (delayMs > 0 ? timers.sleep(delayMs) : timers.nextTurn());
	}
	response.end();
}
