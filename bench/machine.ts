/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- the benchmarks run in Node, never inside n8n */
import { readFile } from 'node:fs/promises';
import { cpus, loadavg, totalmem } from 'node:os';
import { resolve } from 'node:path';
import { isObject } from '../sandbox/narrow';
import type { Stage } from './stage';

/** What everything was measured on. */
export interface Machine {
	processors: number;
	model: string;
	/** Gibibytes of memory. */
	memory: number;
	system: string;
	/** Versions. */
	node: string;
	n8n: string;
}

/** Describes the machine and the programs on it. */
export async function machine({ node, layout }: Stage): Promise<Machine> {
	const file = resolve(layout.n8n, 'node_modules/n8n/package.json');
	const manifest: unknown = JSON.parse(await readFile(file, 'utf8'));
	return {
		processors: cpus().length,
		model: cpus()[0]?.model.trim() ?? 'unknown',
		memory: Math.round(totalmem() / 1024 ** 3),
		system: `${process.platform}-${process.arch}`,
		node: node.version,
		n8n: String(isObject(manifest) ? manifest.version : 'unknown'),
	};
}

/** How many processes wanted to run in the last minute, on average. */
export function load(): number {
	return Number(loadavg()[0].toFixed(2));
}

/** The machine and the programs in a line. */
export function inWords({ processors, model, memory, system, node, n8n }: Machine): string {
	return `${processors} cores (${model}), ${memory} GiB, ${system}; n8n ${n8n} on Node.js ${node}`;
}
