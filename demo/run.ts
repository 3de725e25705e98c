/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- the demo runs on Node itself, never inside n8n */
import { mkdir, writeFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { openApi } from './api';
import { chatEndpoint } from './examples';
import { installN8n } from './installN8n';
import { installPackage, packPackage } from './installPackage';
import { runJobs } from './jobs';
import { layoutIn } from './layout';
import type { Layout } from './layout';
import { startN8n } from './n8nServer';
import { nodeForN8n } from './node24';
import { help, readOptions } from './options';
import type { Options } from './options';
import { freePortOf } from './ports';
import { owner, prepareN8n } from './prepareN8n';
import { tailOf } from './processes';
import { runProgram } from './program';
import type { Closers } from './program';
import { say, step } from './progress';
import { claim, note, release } from './running';

const PREFERRED_PORTS = [5678, 5680, 5690];
async function invite(url: string, endpoint: string): Promise<void> {
	say();
	say(`n8n stays open at  ${url}`);
	say(`sign in with       ${owner.email}`);
	say(`password           ${owner.password}`);
	say(`the chat page      ${url}${endpoint}`);
	say();
	say('To try from another terminal:');
	say(`  curl -N ${url}/webhook/chat-reply -H 'content-type: application/json' \\`);
	say(`    -d '{"user": "ada", "message": "Hello!"}'`);
	say(`  curl -F data=@.demo/question.mp3 ${url}/webhook/voice-note -o .demo/answer.mp3`);
	say();
	say('Ctrl-C ends n8n and everything else.');
}

async function demo(
	layout: Layout,
	{ once, port }: Options,
	signal: AbortSignal,
	closers: Closers,
): Promise<boolean> {
	await mkdir(layout.home, { recursive: true });
	await claim(layout, 'demo/run');
	closers.push(async () => await release(layout));
	await writeFile(layout.installLog, '');
	const tarball = await step('This package, built and packed', async (progress) => {
		return await packPackage(layout, signal, progress);
	});
	const node = await step('Node.js for n8n', async (progress) => {
		return await nodeForN8n(layout, signal, progress);
	});
	await step('n8n 2.41.1', async (progress) => await installN8n(layout, node, signal, progress));
	await step('This package, installed into n8n', async () => {
		await installPackage(layout, tarball, node, signal);
	});
	const api = await step('OnDemand API', async (progress) => {
		const opened = await openApi();
		progress.note(`${opened.counters ? 'sandbox' : 'the real one'} at ${opened.url}`);
		return opened;
	});
	closers.push(api.stop);
	const n8n = await step('Starting n8n', async (progress) => {
		const chosen = port ?? (await freePortOf(PREFERRED_PORTS));
		const { n8n: n8nFolder, home: userFolder, n8nLog: log } = layout;
		const running = await startN8n({ node, n8nFolder, userFolder, log, port: chosen, signal });
		progress.note(running.url);
		return running;
	});
	closers.push(n8n.stop);
	await note(layout, n8n.pid);
	const { n8nApi, examples } = await step('Account, credential and workflows', async (progress) => {
		return await prepareN8n(n8n.url, layout, api, signal, progress);
	});
	const hasPassed = await runJobs({ n8nApi, examples, api, folder: layout.folder }, signal);
	if (once) return hasPassed;
	await invite(n8n.url, await chatEndpoint());
	await Promise.race([n8n.ended, pause(2 ** 31 - 1, undefined, { signal }).catch(() => undefined)]);
	if (!signal.aborted) throw new Error(`n8n has ended:\n\n${await tailOf(layout.n8nLog)}`);
	return hasPassed;
}

void runProgram(async (signal, closers) => {
	const options = readOptions();
	if (!options) {
		process.stdout.write(help);
		return true;
	}
	if (process.platform === 'win32') {
		throw new Error(
			'On Windows, start the demo inside WSL (https://learn.microsoft.com/windows/wsl).',
		);
	}
	return await demo(layoutIn(), options, signal, closers);
});
