/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/require-node-api-error -- the demo runs on Node itself, never inside n8n */
import type { ChildProcess } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { NodeForN8n } from './node24';
import { freePort, isFree } from './ports';
import { endProcess, startProcess, tailOf } from './processes';
import type { Environment } from './processes';

const READY_MS = 180_000;
const POLL_MS = 100;

/** How n8n is started. */
export interface N8nOptions {
	node: NodeForN8n;
	/** The folder in which n8n is installed. */
	n8nFolder: string;
	/** Where n8n keeps its `.n8n` folder. */
	userFolder: string;
	log: string;
	/** Port on 127.0.0.1; a free one unless given. */
	port?: number;
	/** Settings beyond those that every start needs. */
	settings?: Environment;
	/** What n8n is told to be: `start` unless given. */
	command?: string[];
	signal?: AbortSignal;
}

/** A running n8n. */
export interface RunningN8n {
	readonly url: string;
	readonly pid: number | undefined;
	/** Comes true when n8n ends, whoever ended it. */
	readonly ended: Promise<void>;
	/** Ends n8n with its task runner. */
	stop(): Promise<void>;
}

/** n8n without calls to the outside, reachable from this computer alone. */
function settingsFor(port: number, brokerPort: number, userFolder: string): Environment {
	return {
		N8N_USER_FOLDER: userFolder,
		N8N_HOST: '127.0.0.1',
		N8N_PORT: String(port),
		N8N_LISTEN_ADDRESS: '127.0.0.1',
		N8N_RUNNERS_BROKER_PORT: String(brokerPort),
		N8N_RUNNERS_BROKER_LISTEN_ADDRESS: '127.0.0.1',
		N8N_SECURE_COOKIE: 'false',
		N8N_DIAGNOSTICS_ENABLED: 'false',
		N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
		N8N_VERSION_NOTIFICATIONS_WHATS_NEW_ENABLED: 'false',
		N8N_TEMPLATES_ENABLED: 'false',
		N8N_PERSONALIZATION_ENABLED: 'false',
		N8N_HIRING_BANNER_ENABLED: 'false',
		N8N_DYNAMIC_BANNERS_ENABLED: 'false',
		N8N_LICENSE_AUTO_RENEW_ENABLED: 'false',
		N8N_VERIFIED_PACKAGES_ENABLED: 'false',
		N8N_DISABLED_MODULES: 'mcp-registry',
	};
}

async function isReady(url: string): Promise<boolean> {
	try {
		return (await fetch(`${url}/healthz/readiness`)).ok;
	} catch {
		return false;
	}
}

async function untilReady(child: ChildProcess, url: string, signal?: AbortSignal): Promise<void> {
	const deadline = Date.now() + READY_MS;
	while (!(await isReady(url))) {
		signal?.throwIfAborted();
		if (child.exitCode !== null || child.signalCode !== null) throw new Error('n8n ended early');
		if (Date.now() > deadline) throw new Error(`n8n was not ready after ${READY_MS / 1000} s`);
		await pause(POLL_MS);
	}
}

/**
 * Starts n8n and waits until it answers.
 *
 * @throws Error with the end of n8n's log when it does not start
 */
export async function startN8n(options: N8nOptions): Promise<RunningN8n> {
	const { node, n8nFolder, userFolder, log, settings, command = ['start'], signal } = options;
	const port = options.port ?? (await freePort());
	if (!(await isFree(port))) throw new Error(`Port ${port} is in use by another program`);
	const url = `http://127.0.0.1:${port}`;
	const env = { ...node.env, ...settingsFor(port, await freePort(), userFolder), ...settings };
	await writeFile(log, '');
	signal?.throwIfAborted();
	const program = resolve(n8nFolder, 'node_modules/n8n/bin/n8n');
	const child = startProcess(node.program, [program, ...command], { cwd: userFolder, env, log });
	const ended = new Promise<void>((end) => {
		child.once('exit', () => end());
		child.once('error', () => end());
	});
	const stop = async () => await endProcess(child);
	try {
		await untilReady(child, url, signal);
	} catch (error) {
		await stop();
		signal?.throwIfAborted();
		const reason = error instanceof Error ? error.message : String(error);
		throw new Error(`${reason}. The end of ${log}:\n\n${await tailOf(log, 30)}`);
	}
	return { url, pid: child.pid, ended, stop };
}
