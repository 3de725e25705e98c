/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- the benchmarks run in Node, never inside n8n */
import { resolve } from 'node:path';
import type { Layout } from '../../demo/layout';
import type { Environment } from '../../demo/processes';
import { compiled } from '../compiled';

/** A look into n8n's process. */
export interface Probe {
	/** Environment variables with which n8n carries the probe. */
	settings: Environment;
	/** The file in which it leaves its figures when n8n ends. */
	figures: string;
}

/** Makes the probe ready to be loaded by n8n. */
export async function installProbe({ folder }: Layout): Promise<Probe> {
	const script = await compiled(resolve(__dirname, 'probe.ts'), resolve(folder, 'inside'));
	const figures = resolve(folder, 'probe.json');
	return {
		settings: { NODE_OPTIONS: `--require ${JSON.stringify(script)}`, BENCH_PROBE: figures },
		figures,
	};
}
