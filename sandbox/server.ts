/* eslint-disable @n8n/community-nodes/no-restricted-imports -- the sandbox runs on Node itself, never inside n8n */
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { once } from 'node:events';
import type { Socket } from 'node:net';
import { follow, openExchange } from './arrival';
import { Contract } from './contract';
import { addFault, configure, control, setLimit } from './control';
import { Core } from './core';
import type { Counters } from './counters';
import { carryThrough } from './exchange';
import type { Fault } from './faults';
import { FileStore } from './files';
import type { Limit } from './limits';
import { jsonReply, sendText } from './reply';
import type { LoggedRequest } from './requestLog';
import type { Settings } from './settings';
import { serveFile } from './storage';

export type { Counters } from './counters';
export type { Fault, FaultKind } from './faults';
export type { Limit } from './limits';
export type { KeyState, LoggedRequest } from './requestLog';
export type { Settings } from './settings';

/** How a sandbox is started. */
export interface SandboxOptions {
	/** Port on 127.0.0.1; a free one unless given. */
	port?: number;
	/** The one key that is accepted; `sandbox-key` unless given. */
	apiKey?: string;
	/** Settings at the start and after each reset. */
	settings?: Partial<Settings>;
	/** How many requests the log keeps; 1000 unless given. */
	logSize?: number;
}

/** A running sandbox. The functions do the same as its control routes. */
export interface Sandbox {
	readonly url: string;
	readonly apiKey: string;
	/** Ends the server and every open connection, and removes its files. */
	stop(): Promise<void>;
	/** Back to the state right after the start. */
	reset(): Promise<void>;
	addFault(fault: Fault): void;
	clearFaults(): void;
	setLimit(limit: Limit): void;
	clearLimits(): void;
	configure(settings: Partial<Settings>): void;
	counters(): Counters;
	/** The last requests, oldest first. */
	requests(): LoggedRequest[];
}

async function handle(core: Core, request: IncomingMessage, response: ServerResponse) {
	const url = new URL(request.url ?? '/', core.url);
	if (url.pathname === '/_sandbox' || url.pathname.startsWith('/_sandbox/')) {
		await control(core, request, response, url.pathname);
		return;
	}
	const exchange = openExchange(core, request, response, url);
	follow(exchange);
	if (exchange.entry.operationId === 'storage') await serveFile(exchange);
	else await carryThrough(exchange);
}

function listener(core: Core) {
	return (request: IncomingMessage, response: ServerResponse) => {
		handle(core, request, response).catch((error: unknown) => {
			if (response.headersSent || response.destroyed) {
				response.destroy();
				return;
			}
			const detail = error instanceof Error ? error.message : String(error);
			sendText(
				response,
				jsonReply(500, { message: `sandbox: ${detail}`, errorCode: 'server_error' }),
			);
		});
	};
}

async function listen(server: Server, port: number): Promise<string> {
	server.listen(port, '127.0.0.1');
	await once(server, 'listening');
	const address = server.address();
	if (address === null || typeof address === 'string') throw new Error('no address');
	return `http://127.0.0.1:${address.port}`;
}

let contract: Promise<Contract> | undefined;

/**
 * Starts a local imitation of the OnDemand REST API.
 * @returns the running sandbox; several can run beside each other
 */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
	const { port = 0, apiKey = 'sandbox-key', settings = {}, logSize = 1000 } = options;
	contract ??= Contract.load();
	const core = new Core(await contract, await FileStore.open(), apiKey, settings, logSize);
	const sockets = new Set<Socket>();
	const server = createServer({ keepAliveTimeout: 60_000, requestTimeout: 0 }, listener(core));
	server.on('connection', (socket) => {
		sockets.add(socket);
		socket.once('close', () => sockets.delete(socket));
	});
	try {
		core.url = await listen(server, port);
	} finally {
		if (core.url === '') await core.files.close();
	}
	return {
		url: core.url,
		apiKey,
		stop: async () => {
			core.timers.clear();
			const closed = server.listening ? once(server, 'close') : undefined;
			server.close();
			for (const socket of sockets) socket.destroy();
			await closed;
			await core.files.close();
		},
		reset: async () => await core.reset(),
		addFault: (fault) => addFault(core, fault),
		clearFaults: () => core.faults.clear(),
		setLimit: (limit) => setLimit(core, limit),
		clearLimits: () => core.limits.clear(),
		configure: (changed) => configure(core, changed),
		counters: () => core.counters.snapshot(),
		requests: () => core.log.list(),
	};
}
