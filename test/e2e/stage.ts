/* eslint-disable @n8n/community-nodes/no-restricted-imports -- tests run in Node, never inside n8n */
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

/** The key of the sandbox; long enough to be told from other texts wherever it may leak. */
const API_KEY = 'sandbox-key-that-nobody-may-see';

/** The real n8n with the package, the sandbox behind it, and what is needed to work with both. */
export interface Stage {
	layout: Layout;
	sandbox: Sandbox;
	url: string;
	n8n: N8nApi;
	credentialId: string;
	renameCredential(name: string): Promise<void>;
	signal: AbortSignal;
}

/** What has to be ended, the last one first. */
export type Closers = Array<() => Promise<void>>;

function ownLayout(): Layout {
	const { node, n8n } = layoutIn();
	return { ...layoutIn(resolve(projectFolder, '.demo/e2e')), node, n8n };
}

async function startedSandbox(): Promise<Sandbox> {
	return await startSandbox({ apiKey: API_KEY, settings: { tokenDelayMs: 2 } });
}

/** Starts everything. Whatever was started is among the closers, even when a later step fails. */
export async function setUpStage(
	tarball: string | undefined,
	signal: AbortSignal,
	closers: Closers,
): Promise<Stage> {
	const layout = ownLayout();
	await mkdir(layout.folder, { recursive: true });
	await claim(layout);
	closers.push(async () => await release(layout));
	await rm(layout.home, { recursive: true, force: true });
	await mkdir(layout.home, { recursive: true });
	await writeFile(layout.installLog, '');
	const packed = tarball
		? resolve(tarball)
		: await step('This package, built and packed', async (progress) => {
				return await packPackage(layout, signal, progress);
			});
	const node = await step('n8n', async (progress) => {
		const found = await nodeForN8n(layout, signal, progress);
		await installN8n(layout, found, signal, progress);
		await installPackage(layout, packed, found, signal);
		return found;
	});
	const sandbox = await startedSandbox();
	closers.push(async () => await sandbox.stop());
	const running = await step('Starting n8n', async () => {
		const { n8n: n8nFolder, home: userFolder, n8nLog: log } = layout;
		return await startN8n({ node, n8nFolder, userFolder, log, signal });
	});
	closers.push(running.stop);
	await note(layout, running.pid);
	const n8n = new N8nApi(running.url, signal);
	await n8n.signIn(owner);
	const data = { apiKey: sandbox.apiKey, baseUrl: sandbox.url };
	const credentialId = await n8n.putCredential(credentialName, 'onDemandApi', data);
	const renameCredential = async (name: string) => {
		await n8n.call('PATCH', `/credentials/${credentialId}`, { name, type: 'onDemandApi', data });
	};
	return { layout, sandbox, url: running.url, n8n, credentialId, renameCredential, signal };
}
