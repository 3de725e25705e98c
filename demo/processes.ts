/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-dangerous-functions -- the demo runs on Node itself, never inside n8n */
import { spawn } from 'node:child_process';
import type { ChildProcess, StdioOptions } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, closeSync, openSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { stripVTControlCharacters } from 'node:util';

/** Environment variables by name. */
export type Environment = Record<string, string>;

/** What every process may see of the environment; keys and settings of other programs stay outside. */
const PASSED_ON =
	/^(PATH|HOME|USER|LOGNAME|SHELL|LANG|LC_\w+|TZ|TERM|TMPDIR|CC|CXX|CFLAGS|CXXFLAGS|PYTHON|NODE_EXTRA_CA_CERTS|SSL_CERT_(FILE|DIR)|XDG_CACHE_HOME|npm_config_(registry|cache|proxy|https_proxy|noproxy|cafile)|https?_proxy)$/i;

/** The environment for a process that the demo starts. */
export function environment(additions: Environment = {}): Environment {
	const passedOn = Object.entries(process.env).filter(
		(entry): entry is [string, string] => entry[1] !== undefined && PASSED_ON.test(entry[0]),
	);
	const noProxy = [process.env.NO_PROXY ?? process.env.no_proxy, '127.0.0.1', 'localhost'];
	const NO_PROXY = noProxy.filter(Boolean).join(',');
	return { ...Object.fromEntries(passedOn), NO_PROXY, no_proxy: NO_PROXY, ...additions };
}

/** With this, a progress display returns to the start of its line and writes it again. */
const REWRITE = '\u001b[999D\u001b[J';

/** Where and how a process runs. */
export interface ProcessOptions {
	cwd: string;
	env: Environment;
	/** The file that everything printed is added to. */
	log: string;
	/** Whom the process belongs to; whoever starts it unless given. */
	user?: { uid: number; gid: number };
}

const started = new Set<ChildProcess>();

// The last resort, should the demo itself end in a way that nobody foresaw.
process.once('exit', () => {
	for (const child of started) signalGroup(child, 'SIGKILL');
});

/**
 * Starts a process as a group of its own, so that it can be ended with all its helpers. What it prints to
 * its standard output can be listened to; everything goes to the log.
 */
export function startProcess(
	command: string,
	args: string[],
	{ cwd, env, log, user }: ProcessOptions,
	onPrinted?: (chunk: Buffer) => void,
): ChildProcess {
	const file = openSync(log, 'a');
	const stdio: StdioOptions = ['ignore', onPrinted ? 'pipe' : file, file];
	const child = spawn(command, args, { cwd, env, detached: true, stdio, ...user });
	closeSync(file);
	child.stdout?.on('data', (chunk: Buffer) => {
		appendFileSync(log, chunk);
		onPrinted?.(chunk);
	});
	started.add(child);
	child.once('error', () => started.delete(child));
	return child;
}

function signalGroup({ pid }: ChildProcess, signal: NodeJS.Signals | 0): boolean {
	if (pid === undefined) return false;
	try {
		return process.kill(-pid, signal);
	} catch {
		return false;
	}
}

/** Ends a process and all that it started: kindly at first, by force when it takes too long. */
export async function endProcess(child: ChildProcess, patienceMs = 10_000): Promise<void> {
	const deadline = Date.now() + patienceMs;
	signalGroup(child, 'SIGTERM');
	while (signalGroup(child, 0) && Date.now() < deadline) await pause(50);
	signalGroup(child, 'SIGKILL');
	started.delete(child);
}

/** The last lines of a log file. */
export async function tailOf(log: string, lines = 20): Promise<string> {
	const text = await readFile(log, 'utf8').catch(() => '');
	const shown = text
		.split(REWRITE)
		.reduce((before, after) => before.slice(0, before.lastIndexOf('\n') + 1) + after);
	return stripVTControlCharacters(shown).trimEnd().split('\n').slice(-lines).join('\n');
}

/**
 * Runs a command to its end.
 *
 * @returns what it printed to its standard output
 * @throws Error with the end of the log when it fails; the signal's reason when it was ended
 */
export async function run(
	command: string,
	args: string[],
	options: ProcessOptions,
	signal: AbortSignal,
): Promise<string> {
	signal.throwIfAborted();
	const printed: Buffer[] = [];
	const child = startProcess(command, args, options, (chunk) => printed.push(chunk));
	const end = () => void endProcess(child, 3000);
	signal.addEventListener('abort', end, { once: true });
	try {
		const [code]: unknown[] = await once(child, 'close');
		signal.throwIfAborted();
		if (code !== 0) {
			throw new Error(
				`"${command} ${args.join(' ')}" failed:\n\n${await tailOf(options.log)}\n\nAll of it is in ${options.log}`,
			);
		}
		return Buffer.concat(printed).toString('utf8');
	} finally {
		signal.removeEventListener('abort', end);
		started.delete(child);
	}
}
