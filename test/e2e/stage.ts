/* eslint-disable @n8n/community-nodes/no-restricted-imports -- tests run in Node, never inside n8n */
import { randomBytes } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { installN8n } from '../../demo/installN8n';
import { installPackage, packPackage } from '../../demo/installPackage';
import { layoutIn, projectFolder } from '../../demo/layout';
import type { Layout } from '../../demo/layout';
import { N8nApi } from '../../demo/n8nApi';
import type { Owner } from '../../demo/n8nApi';
import { startN8n } from '../../demo/n8nServer';
import { nodeForN8n } from '../../demo/node24';
import type { NodeForN8n } from '../../demo/node24';
import type { Closers } from '../../demo/program';
import { step } from '../../demo/progress';
import { claim, note, release } from '../../demo/running';
import { startSandbox } from '../../sandbox/server';
import type { Sandbox } from '../../sandbox/server';

/** The account of the n8n that is tested. It reaches nothing but this computer. */
export const owner: Owner = {
	email: 'e2e@example.com',
	password: 'OnDemand-e2e-1',
	firstName: 'Ada',
	lastName: 'Example',
};

/** The credential that every workflow uses. */
export const credentialName = 'OnDemand account';

/** More than the longest run sends, so that all of it can be looked at afterwards. */
const LOGGED_REQUESTS = 50_000;

/** Something that no other text holds. Letters of every encoding are in it: `+`, `/` and `=`. */
function unique(name: string): string {
	return `${name}+${randomBytes(10).toString('hex')}/${randomBytes(10).toString('hex')}=`;
}

/** The real n8n with the package, the sandbox behind it, and what is needed to work with both. */
export interface Stage {
	layout: Layout;
	/** The Node.js that n8n runs on. */
	node: NodeForN8n;
	/** The package, packed as npm would ship it. */
	tarball: string;
	sandbox: Sandbox;
	url: string;
	n8n: N8nApi;
	credentialId: string;
	renameCredential(name: string): Promise<void>;
	/** A text that workflows work with and that a search through everything they leave has to find. */
	canary: string;
	signal: AbortSignal;
}

function ownLayout(): Layout {
	const { node, n8n } = layoutIn();
	return { ...layoutIn(resolve(projectFolder, '.demo/e2e')), node, n8n };
}

/** Where n8n puts what it would leave in the computer's folder for temporary files. */
export function temporary({ folder }: Layout): { TMPDIR: string } {
	return { TMPDIR: resolve(folder, 'tmp') };
}

/** What earlier runs have left; only the package that they built stays. */
async function cleared(layout: Layout): Promise<void> {
	const { folder, home, installLog } = layout;
	for (const name of ['queue', 'versions', 'browser', 'failed', 'canary', 'database.txt', 'tmp']) {
		await rm(resolve(folder, name), { recursive: true, force: true });
	}
	await rm(home, { recursive: true, force: true });
	await mkdir(home, { recursive: true });
	await mkdir(temporary(layout).TMPDIR);
	await writeFile(installLog, '');
}

/** The data of the credential: the key as a person pastes it, with a blank too many. */
export function credentialData({ apiKey, url }: Sandbox): Record<string, string> {
	return { apiKey: ` ${apiKey} `, baseUrl: url };
}

/** Starts everything. Whatever was started is among the closers, even when a later step fails. */
export async function setUpStage(
	givenTarball: string | undefined,
	signal: AbortSignal,
	closers: Closers,
): Promise<Stage> {
	const layout = ownLayout();
	await mkdir(layout.folder, { recursive: true });
	await claim(layout, 'e2e/run');
	closers.push(async () => await release(layout));
	await cleared(layout);
	const tarball = givenTarball
		? resolve(givenTarball)
		: await step('This package, built and packed', async (progress) => {
				return await packPackage(layout, signal, progress);
			});
	const node = await step('n8n', async (progress) => {
		const found = await nodeForN8n(layout, signal, progress);
		await installN8n(layout, found, signal, progress);
		await installPackage(layout, tarball, found, signal);
		return found;
	});
	const sandbox = await startSandbox({
		apiKey: unique('key'),
		settings: { tokenDelayMs: 2 },
		logSize: LOGGED_REQUESTS,
	});
	closers.push(async () => await sandbox.stop());
	const running = await step('Starting n8n', async () => {
		const { n8n: n8nFolder, home: userFolder, n8nLog: log } = layout;
		const settings = temporary(layout);
		return await startN8n({ node, n8nFolder, userFolder, log, settings, signal });
	});
	closers.push(running.stop);
	await note(layout, running.pid);
	const n8n = new N8nApi(running.url, signal);
	await n8n.signIn(owner);
	const data = credentialData(sandbox);
	const credentialId = await n8n.putCredential(credentialName, 'onDemandApi', data);
	const renameCredential = async (name: string) => {
		await n8n.call('PATCH', `/credentials/${credentialId}`, { name, type: 'onDemandApi', data });
	};
	const { url } = running;
	const canary = unique('canary');
	const installed = { layout, node, tarball };
	return { ...installed, sandbox, url, n8n, credentialId, renameCredential, canary, signal };
}
