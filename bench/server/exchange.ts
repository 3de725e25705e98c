/* eslint-disable @n8n/community-nodes/no-restricted-imports -- the benchmarks run in Node, never inside n8n */
import type { IncomingMessage, ServerResponse } from 'node:http';

/** A request and its answer. */
export interface Exchange {
	request: IncomingMessage;
	response: ServerResponse;
	url: URL;
}

/** Answers a request. */
export type Handler = (exchange: Exchange) => void | Promise<void>;

/** Sends a JSON answer. */
export function sendJson({ response }: Exchange, status: number, body: unknown): void {
	const text = JSON.stringify(body);
	response.writeHead(status, {
		'content-type': 'application/json; charset=utf-8',
		'content-length': Buffer.byteLength(text),
	});
	response.end(text);
}
