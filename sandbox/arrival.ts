/* eslint-disable @n8n/community-nodes/no-restricted-imports -- the sandbox runs on Node itself, never inside n8n */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Match } from './contract';
import type { Core } from './core';
import { chatTime, hexDigits } from './ids';
import { families } from './limits';
import type { KeyState, LoggedRequest } from './requestLog';

/** One request on its way through the sandbox. */
export interface Exchange {
	core: Core;
	request: IncomingMessage;
	response: ServerResponse;
	entry: LoggedRequest;
	match: Match | undefined;
	family: string | undefined;
}

function queryOf(url: URL): Record<string, string | string[]> {
	const names = new Set(url.searchParams.keys());
	return Object.fromEntries(
		[...names].map((name) => {
			const values = url.searchParams.getAll(name);
			return [name, values.length === 1 ? values[0] : values];
		}),
	);
}

function headersOf(request: IncomingMessage): Record<string, string | string[]> {
	const secret = ['apikey', 'authorization', 'cookie'];
	return Object.fromEntries(
		Object.entries(request.headers).flatMap(([name, value]) =>
			value === undefined || secret.includes(name) ? [] : [[name, value]],
		),
	);
}

function familyOf(path: string): string | undefined {
	const first = path.split('/')[1];
	return families.find((family) => family === first);
}

function keyStateOf(request: IncomingMessage, apiKey: string): KeyState {
	const key = request.headers.apikey;
	if (key === undefined) return 'missing';
	if (key === '') return 'empty';
	return key === apiKey ? 'right' : 'wrong';
}

/** Takes a request in: finds out what it asks for and sets the headers of every answer. */
export function openExchange(
	core: Core,
	request: IncomingMessage,
	response: ServerResponse,
	url: URL,
): Exchange {
	const traceId = hexDigits(32);
	response.setHeader('x-trace-id', traceId);
	response.setHeader('access-control-expose-headers', 'X-Trace-ID');
	response.setHeader('server', 'cloudflare');
	const isStorage = url.pathname.startsWith('/storage/');
	const method = request.method ?? 'GET';
	const path = url.pathname;
	const query = queryOf(url);
	const headers = headersOf(request);
	const family = familyOf(path);
	const match = family
		? core.contract.match({ method, path, query, headers, body: undefined })
		: undefined;
	const entry: LoggedRequest = {
		time: chatTime(),
		traceId,
		method,
		path,
		query,
		operationId: isStorage ? 'storage' : (match?.operationId ?? null),
		headers,
		key: keyStateOf(request, core.apiKey),
		body: undefined,
		violations: [],
		fault: null,
		status: null,
	};
	return { core, request, response, entry, match, family };
}

/** Counts and logs a request, now and when it is over. */
export function follow({ core, response, entry }: Exchange): void {
	core.log.add(entry);
	core.counters.begin(entry.operationId ?? 'unknown');
	let isOver = false;
	const over = () => {
		if (isOver) return;
		isOver = true;
		core.counters.end();
		const brokenOff = !response.writableFinished && entry.fault === null;
		if (brokenOff) core.counters.counts.clientDisconnects += 1;
		if (!response.headersSent) return;
		entry.status = response.statusCode;
		core.counters.answered(response.statusCode);
	};
	response.once('finish', over);
	response.once('close', over);
}
