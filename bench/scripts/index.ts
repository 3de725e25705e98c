/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- the benchmarks run in Node, never inside n8n */
import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { run } from '../../demo/processes';
import { isObject } from '../../sandbox/narrow';
import type { JsonObject } from '../../sandbox/narrow';
import { compiled } from '../compiled';
import type { Stage } from '../stage';

/**
 * Runs one of the scripts of this folder in a process of its own, on the Node.js that n8n runs on. It is
 * compiled before, so that nothing but the script itself costs time and memory.
 *
 * @returns the JSON object that it printed
 */
export async function runScript(
	{ layout, node, signal }: Stage,
	name: string,
	args: Array<string | number>,
): Promise<JsonObject> {
	const log = resolve(layout.folder, 'script.log');
	await writeFile(log, '');
	const script = await compiled(
		resolve(__dirname, `${name}.ts`),
		resolve(layout.folder, 'scripts'),
	);
	// The package finds n8n-workflow as it does in n8n.
	const env = { ...node.env, NODE_PATH: resolve(layout.n8n, 'node_modules') };
	const options = { cwd: layout.folder, env, log };
	const printed = await run(node.program, [script, ...args.map(String)], options, signal);
	const found: unknown = JSON.parse(printed);
	if (isObject(found)) return found;
	throw new Error(`The script ${name} printed no figures`);
}

/** The folder in which n8n has the package. */
export function packageIn({ layout }: Stage): string {
	return resolve(layout.home, '.n8n/nodes/node_modules/n8n-nodes-ondemand');
}
