/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- the demo runs on Node itself, never inside n8n */
import { execFile } from 'node:child_process';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { isObject } from '../sandbox/narrow';
import type { Layout } from './layout';

async function commandOf(pid: number): Promise<string> {
	try {
		return await readFile(`/proc/${pid}/cmdline`, 'utf8');
	} catch {
		const ps = promisify(execFile)('ps', ['-o', 'command=', '-p', String(pid)]);
		return await ps.then(({ stdout }) => stdout).catch(() => '');
	}
}

async function readRunning(layout: Layout): Promise<{ pid: number; n8nPid: number }> {
	const text = await readFile(layout.running, 'utf8').catch(() => '{}');
	const record: unknown = JSON.parse(text || '{}');
	const { pid, n8nPid } = isObject(record) ? record : {};
	return { pid: Number(pid ?? 0), n8nPid: Number(n8nPid ?? 0) };
}

/**
 * Makes sure that one demo at a time works in a folder, and ends an n8n that a killed demo has left.
 *
 * @throws Error when another demo runs
 */
export async function claim(layout: Layout): Promise<void> {
	const { pid, n8nPid } = await readRunning(layout);
	if (pid > 0 && pid !== process.pid && (await commandOf(pid)).includes('demo/run')) {
		throw new Error(`The demo runs already, as process ${pid}. End that one first with Ctrl-C.`);
	}
	if (n8nPid > 0 && (await commandOf(n8nPid)).includes(layout.n8n)) {
		process.kill(-n8nPid, 'SIGKILL');
	}
	await note(layout);
}

/** Notes which processes belong to this demo. */
export async function note(layout: Layout, n8nPid = 0): Promise<void> {
	await writeFile(layout.running, JSON.stringify({ pid: process.pid, n8nPid }));
}

/** The demo is over. */
export async function release(layout: Layout): Promise<void> {
	await rm(layout.running, { force: true });
}
