/* eslint-disable @n8n/community-nodes/no-restricted-imports -- the benchmarks run in Node, never inside n8n */
import { readdir, readFile, rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Environment } from '../../demo/processes';
import { execute } from '../n8n/execution';
import type { Workflow } from '../n8n/workflow';
import type { Stage } from '../stage';

/**
 * Runs a workflow in a process of n8n of its own, under V8's profiler.
 *
 * @param settings environment variables for n8n
 * @returns the CPU profile, from the start of the process to its end
 */
export async function profiled(
	stage: Stage,
	{ id }: Workflow,
	settings?: Environment,
): Promise<unknown> {
	const folder = resolve(stage.layout.folder, 'profile');
	await rm(folder, { recursive: true, force: true });
	await execute(stage, id, settings, ['--cpu-prof', `--cpu-prof-dir=${folder}`]);
	const [file] = await readdir(folder);
	const profile: unknown = JSON.parse(await readFile(resolve(folder, file), 'utf8'));
	return profile;
}
