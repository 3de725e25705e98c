/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- the demo runs on Node itself, never inside n8n */
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { commandOf } from './running';

const POLL_MS = 500;

async function isTaken(file: string): Promise<boolean> {
	try {
		await writeFile(file, String(process.pid), { flag: 'wx' });
		return false;
	} catch {
		const holder = Number(await readFile(file, 'utf8').catch(() => ''));
		// The holder may be about to write its ID.
		if (holder > 0 && (await commandOf(holder)) === '') await rm(file, { force: true });
		return true;
	}
}

/**
 * Does a piece of work that processes may not do at the same time, such as installing into a folder that
 * they share. Who comes second waits.
 *
 * @param file stands for the work while it is done
 */
export async function inTurn<Result>(
	file: string,
	signal: AbortSignal,
	work: () => Promise<Result>,
): Promise<Result> {
	await mkdir(dirname(file), { recursive: true });
	while (await isTaken(file)) await pause(POLL_MS, undefined, { signal });
	try {
		return await work();
	} finally {
		await rm(file, { force: true });
	}
}
