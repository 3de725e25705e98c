/* eslint-disable @n8n/community-nodes/no-restricted-imports -- tests run in Node, never inside n8n */
import { existsSync } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import { extname, resolve } from 'node:path';
import type { BrowserContext, Route } from 'playwright-core';
import { run } from '../../../demo/processes';
import { PATIENCE_MS } from '../editor/browser';
import type { Checks } from '../findings';
import type { Stage } from '../stage';
import { publishChat } from './chatTrigger';

/** The chat page takes its script from a public network, whatever version is the newest there. */
const BUNDLE = '@n8n/chat@1.37.0';
const CDN = /^https:\/\/cdn\.jsdelivr\.net\/npm\//;
const TYPES: Record<string, string> = {
	'.js': 'text/javascript',
	'.mjs': 'text/javascript',
	'.css': 'text/css',
};

/** The page's script from the npm registry, fetched once. Gives its folder. */
async function chatBundle({ layout, node, signal }: Stage): Promise<string> {
	// The linter reads whatever lies below the project, except what is in such a folder.
	const folder = resolve(layout.n8n, '../n8nChat/node_modules/@n8n/chat');
	if (existsSync(resolve(folder, 'dist/chat.bundle.es.js'))) return folder;
	await mkdir(folder, { recursive: true });
	const options = { cwd: folder, env: node.env, log: layout.installLog };
	const packed = await run('npm', ['pack', '--silent', BUNDLE], options, signal);
	const tarball = packed.trim().split('\n').pop() ?? '';
	await run('tar', ['xzf', tarball, '--strip-components=1'], options, signal);
	return folder;
}

/** Answers for the public network: with the chat's own files, and with nothing for a mere style sheet. */
async function serve(route: Route, bundle: string): Promise<void> {
	const path = new URL(route.request().url()).pathname;
	const [, own] = path.split('/@n8n/chat/');
	const contentType = TYPES[extname(path)] ?? 'text/plain';
	const headers = { 'access-control-allow-origin': '*' };
	const body = own ? await readFile(resolve(bundle, own)) : '';
	await route.fulfill({ status: 200, contentType, headers, body });
}

/** A visitor of the hosted chat page sees the answer grow, and is remembered. */
export async function chatPage(
	stage: Stage,
	checks: Checks,
	context: BrowserContext,
): Promise<void> {
	const { sandbox } = stage;
	const path = await publishChat(stage, 'e2e-chat-page');
	const bundle = await chatBundle(stage);
	await context.route(CDN, async (route) => await serve(route, bundle));
	const page = await context.newPage();
	page.setDefaultTimeout(PATIENCE_MS);
	await page.goto(`${stage.url}${path}`);
	const answers = page.locator('.chat-message-from-bot');
	const ask = async (question: string): Promise<string> => {
		const known = await answers.count();
		const before = sandbox.counters().queriesCarriedOut;
		await page.locator('textarea').fill(question);
		await page.keyboard.press('Enter');
		const answer = answers.nth(known);
		await answer.filter({ hasText: 'You' }).waitFor();
		const early = sandbox.counters().queriesCarriedOut - before;
		checks.same('the page shows words before the last one is produced', early, 0);
		await answer.filter({ hasText: '✅' }).waitFor();
		return (await answer.textContent()) ?? '';
	};
	checks.holds('first answer', await ask('Hello there'), '“Hello there”', 'holds 1 message ');
	checks.holds('second answer', await ask('And again'), '“And again”', 'holds 2 messages');
	await page.close();
}
