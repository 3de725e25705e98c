/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- the demo runs on Node itself, never inside n8n */
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';

const CHECK_MS = 500;

/** The parent of a process; undefined when that cannot be found out. */
async function parentOf(pid: number): Promise<number | undefined> {
	try {
		const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
		// The name of the program comes before, in brackets, and may hold anything.
		return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
	} catch {
		const ps = promisify(execFile)('ps', ['-o', 'ppid=', '-p', String(pid)]);
		return await ps.then(({ stdout }) => Number(stdout) || undefined).catch(() => undefined);
	}
}

/**
 * Calls back when the npm that started this process is ended. A shell stands between the two, and it
 * does not hand on the signal that ends it.
 */
export async function whenNpmEnds(callback: () => void): Promise<void> {
	if (process.env.npm_command === undefined) return;
	const { ppid } = process;
	const shell = await parentOf(ppid);
	if (shell === undefined) return;
	const timer = setInterval(() => {
		void parentOf(ppid).then((parent) => {
			if (process.ppid === ppid && parent === shell) return;
			clearInterval(timer);
			callback();
		});
	}, CHECK_MS);
	timer.unref();
}
