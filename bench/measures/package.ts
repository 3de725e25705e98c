/* eslint-disable @n8n/community-nodes/no-restricted-imports -- the benchmarks run in Node, never inside n8n */
import { readdir, readFile, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { isObject, textList } from '../../sandbox/narrow';
import { names } from '../contestants/contestant';
import { packageIn, runScript } from '../scripts';
import type { Measure, Row } from './measure';
import { below } from './target';

const MOST_KILOBYTES = 60;
const MOST_MILLISECONDS = 60;

interface Manifest {
	/** Paths of all nodes and credentials. */
	loaded: string[];
	dependencies: number;
}

async function manifestIn(folder: string): Promise<Manifest> {
	const manifest: unknown = JSON.parse(await readFile(resolve(folder, 'package.json'), 'utf8'));
	const { n8n, dependencies } = isObject(manifest) ? manifest : {};
	const { nodes, credentials } = isObject(n8n) ? n8n : {};
	const files = [...textList(nodes), ...textList(credentials)];
	return {
		loaded: files.map((file) => resolve(folder, file)),
		dependencies: isObject(dependencies) ? Object.keys(dependencies).length : 0,
	};
}

/** What a user installs: its size, and the time for which n8n's start gets longer. */
export const packed: Measure = {
	name: 'package',
	title: 'The package itself',
	run: async (stage, rounds) => {
		const { tarball } = stage;
		const folder = packageIn(stage);
		const { loaded, dependencies } = await manifestIn(folder);
		const of = (...values: number[]) => [{ contestant: names.onDemand, values }];
		const loads: number[] = [];
		for (let round = 0; round < rounds; round += 1) {
			const { milliseconds } = await runScript(stage, 'loadScript', loaded);
			loads.push(Number(milliseconds));
		}
		const size = of((await stat(tarball)).size / 1000);
		const entries = await readdir(folder, { recursive: true, withFileTypes: true });
		const rows: Row[] = [
			{
				title: 'Package: packed size',
				unit: 'kB',
				columns: size,
				target: below(size, MOST_KILOBYTES, 'kB'),
			},
			{
				title: 'Package: time to load all nodes and the credential',
				unit: 'ms',
				columns: of(...loads),
				target: below(of(...loads), MOST_MILLISECONDS, 'ms'),
			},
			{
				title: 'Package: run-time dependencies',
				unit: 'packages',
				columns: of(dependencies),
				target: { text: '0', reached: String(dependencies), isMet: dependencies === 0 },
			},
			{
				title: 'Package: files',
				unit: 'files',
				columns: of(entries.filter((entry) => entry.isFile()).length),
			},
		];
		return { rows };
	},
};
