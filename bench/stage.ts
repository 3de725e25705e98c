/* eslint-disable @n8n/community-nodes/no-restricted-imports -- the benchmarks run in Node, never inside n8n */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { installN8n } from '../demo/installN8n';
import { installPackage, packPackage } from '../demo/installPackage';
import { layoutIn, projectFolder } from '../demo/layout';
import type { Layout } from '../demo/layout';
import { nodeForN8n } from '../demo/node24';
import type { NodeForN8n } from '../demo/node24';
import type { Closers } from '../demo/program';
import { step } from '../demo/progress';
import { claim, release } from '../demo/running';
import { importCredentials } from './n8n/imports';
import { installProbe } from './inside';
import type { Probe } from './inside';
import type { Server } from './server/client';
import { startServer } from './server/start';
import { installStockNodes } from './stockNode';

/** What every measure works with. */
export interface Stage {
	layout: Layout;
	/** The Node.js that n8n and the scripts run on. */
	node: NodeForN8n;
	/** The packed package. */
	tarball: string;
	/** The stand-in for the OnDemand API. */
	server: Server;
	/** What looks into n8n's process. */
	probe: Probe;
	signal: AbortSignal;
}

function ownLayout(): Layout {
	const { node, n8n } = layoutIn();
	return { ...layoutIn(resolve(projectFolder, '.demo/bench')), node, n8n };
}

/**
 * Installs n8n where it is not there yet, and this package in it, and starts the server. Whatever was started
 * is among the closers, even when a later step fails.
 *
 * @param givenTarball a packed package to measure in place of this folder's
 */
export async function setUpStage(
	givenTarball: string | undefined,
	signal: AbortSignal,
	closers: Closers,
): Promise<Stage> {
	const layout = ownLayout();
	await mkdir(layout.folder, { recursive: true });
	await claim(layout, 'bench/run');
	closers.push(async () => await release(layout));
	await rm(layout.home, { recursive: true, force: true });
	await mkdir(layout.home, { recursive: true });
	await writeFile(layout.installLog, '');
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
	return await step('The contestants and the server', async () => {
		await installStockNodes(layout);
		const probe = await installProbe(layout);
		const server = await startServer(layout, node, signal, closers);
		const stage: Stage = { layout, node, tarball, server, probe, signal };
		await importCredentials(stage);
		return stage;
	});
}
