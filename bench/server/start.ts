/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- the benchmarks run in Node, never inside n8n */
import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { projectFolder } from '../../demo/layout';
import type { Layout } from '../../demo/layout';
import type { NodeForN8n } from '../../demo/node24';
import { freePort } from '../../demo/ports';
import { endProcess, startProcess, tailOf } from '../../demo/processes';
import { note } from '../../demo/running';
import { Server } from './client';

const READY_MS = 15_000;

/** Starts the server in a process of its own, so that its work is not done by the event loop of n8n. */
export async function startServer(
	layout: Layout,
	node: NodeForN8n,
	signal: AbortSignal,
	closers: Array<() => Promise<void>>,
): Promise<Server> {
	const port = await freePort();
	const log = resolve(layout.folder, 'server.log');
	await writeFile(log, '');
	const args = ['--import', 'tsx', resolve(__dirname, 'index.ts'), String(port)];
	const child = startProcess(node.program, args, { cwd: projectFolder, env: node.env, log });
	closers.push(async () => await endProcess(child));
	await note(layout, child.pid);
	const server = new Server(`http://127.0.0.1:${port}`, signal);
	const deadline = Date.now() + READY_MS;
	while (!(await server.isReady())) {
		if (child.exitCode !== null || Date.now() > deadline) {
			throw new Error(`The server of the benchmarks did not start:\n\n${await tailOf(log)}`);
		}
		await pause(50);
	}
	return server;
}
