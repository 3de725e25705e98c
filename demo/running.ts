/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- the demo runs on Node itself, never inside n8n */
import { execFile } from 'node:child_process';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { promisify } from 'node:util';
import { isObject, textOf } from '../sandbox/narrow';
import type { Layout } from './layout';

/** What is known of a run that works in a folder. */
interface Running {
	pid: number;
	/** A part of its command line, by which it is told from a later process of the same ID. */
	program: string;
	/** What it has started: n8n and whatever n8n needs. */
	children: number[];
}

/** The command line of a process; empty when there is no such process. */
export async function commandOf(pid: number): Promise<string> {
	try {
		return await readFile(`/proc/${pid}/cmdline`, 'utf8');
	} catch {
		const ps = promisify(execFile)('ps', ['-o', 'command=', '-p', String(pid)]);
		return await ps.then(({ stdout }) => stdout).catch(() => '');
	}
}

async function readRunning({ running }: Layout): Promise<Running | undefined> {
	const text = await readFile(running, 'utf8').catch(() => '');
	const record: unknown = JSON.parse(text || '{}');
	const { pid, program, children } = isObject(record) ? record : {};
	if (typeof pid !== 'number') return undefined;
	const pids = Array.isArray(children) ? children.map(Number) : [];
	return { pid, program: textOf(program) ?? 'demo/run', children: pids };
}

async function endLeftOver({ n8n }: Layout, pid: number): Promise<void> {
	// Another program may have got the ID meanwhile; all of ours name a place in the folder.
	if (!(await commandOf(pid)).includes(dirname(n8n))) return;
	try {
		process.kill(-pid, 'SIGKILL');
	} catch {
		// It has ended by itself meanwhile.
	}
}

/**
 * Makes sure that one run at a time works in a folder, and ends what a killed one has left.
 *
 * @param program a part of the command line of this run and its like, for example `demo/run`
 * @throws Error when another run works there
 */
export async function claim(layout: Layout, program: string): Promise<void> {
	const before = await readRunning(layout);
	if (before && before.pid !== process.pid) {
		if ((await commandOf(before.pid)).includes(before.program)) {
			throw new Error(
				`${before.program} runs already, as process ${before.pid}. End that one first with Ctrl-C.`,
			);
		}
		for (const pid of before.children) await endLeftOver(layout, pid);
	}
	await write(layout, { pid: process.pid, program, children: [] });
}

/** Notes a process that belongs to this run. */
export async function note(layout: Layout, child: number | undefined): Promise<void> {
	const record = await readRunning(layout);
	if (!record || child === undefined) return;
	await write(layout, { ...record, children: [...record.children, child] });
}

async function write({ running }: Layout, record: Running): Promise<void> {
	await writeFile(running, JSON.stringify(record));
}

/** The run is over. */
export async function release({ running }: Layout): Promise<void> {
	await rm(running, { force: true });
}
