/* eslint-disable @n8n/community-nodes/no-restricted-imports -- the demo runs on Node itself, never inside n8n */
import { existsSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { inTurn } from './inTurn';
import { projectFolder } from './layout';
import type { Layout } from './layout';
import type { NodeForN8n } from './node24';
import { environment, run } from './processes';
import type { Step } from './progress';

const PACKAGE = 'n8n-nodes-ondemand';

/** Builds the package and packs it, as npm would ship it. Gives the path of the tarball. */
export async function packPackage(
	layout: Layout,
	signal: AbortSignal,
	step: Step,
): Promise<string> {
	const options = { cwd: projectFolder, env: environment(), log: layout.installLog };
	const printed = await inTurn(layout.shared, signal, async () => {
		await run('npm', ['run', 'build'], options, signal);
		const pack = ['pack', '--silent', '--pack-destination', layout.folder];
		return await run('npm', pack, options, signal);
	});
	const tarball = printed.trim().split('\n').pop() ?? '';
	step.note(tarball);
	return resolve(layout.folder, tarball);
}

/** Puts a tarball of the package where n8n looks for community packages. */
export async function installPackage(
	layout: Layout,
	tarball: string,
	node: NodeForN8n,
	signal: AbortSignal,
): Promise<void> {
	const folder = resolve(layout.home, '.n8n/nodes');
	await mkdir(folder, { recursive: true });
	const manifest = resolve(folder, 'package.json');
	if (!existsSync(manifest)) await writeFile(manifest, '{ "private": true }\n');
	// npm takes a package of the same version for the same package, even when its content has changed.
	await rm(resolve(folder, 'node_modules', PACKAGE), { recursive: true, force: true });
	await rm(resolve(folder, 'node_modules/.package-lock.json'), { force: true });
	// n8n itself brings the peer dependency n8n-workflow.
	const flags = ['--no-package-lock', '--legacy-peer-deps', '--omit=peer', '--ignore-scripts'];
	const options = { cwd: folder, env: node.env, log: layout.installLog };
	await run('npm', ['install', ...flags, '--no-audit', '--no-fund', tarball], options, signal);
}
