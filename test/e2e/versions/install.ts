/* eslint-disable @n8n/community-nodes/no-restricted-imports -- tests run in Node, never inside n8n */
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { run } from '../../../demo/processes';
import { step } from '../../../demo/progress';
import type { Stage } from '../stage';

/** The dependencies of an old n8n are taken as they were on this day; some have been withdrawn since. */
const DAY = '2026-09-27';

/** n8n 1 takes this one from a server of its own, in place of npm. */
const OVERRIDES = { xlsx: 'npm:@e965/xlsx@0.20.3' };

/** Installs a version of n8n, unless that has been done. Gives its folder, which stays for later runs. */
export async function installVersion(
	{ layout, node, signal }: Stage,
	version: string,
): Promise<string> {
	const folder = resolve(layout.n8n, '../versions', version);
	const stamp = resolve(folder, '.installed');
	if (existsSync(stamp)) return folder;
	return await step(`n8n ${version}, 2 to 5 minutes`, async () => {
		await mkdir(folder, { recursive: true });
		const manifest = { private: true, dependencies: { n8n: version }, overrides: OVERRIDES };
		await writeFile(resolve(folder, 'package.json'), JSON.stringify(manifest));
		const options = { cwd: folder, env: node.env, log: layout.installLog };
		const flags = [`--before=${DAY}`, '--ignore-scripts', '--legacy-peer-deps', '--no-audit'];
		await run('npm', ['install', ...flags, '--no-fund'], options, signal);
		await run('npm', ['rebuild', 'sqlite3', '--ignore-scripts=false'], options, signal);
		await writeFile(stamp, '');
		return folder;
	});
}
