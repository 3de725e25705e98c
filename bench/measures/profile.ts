/* eslint-disable @n8n/community-nodes/no-restricted-imports -- the benchmarks run in Node, never inside n8n */
import { readdir, readFile, rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { names } from '../contestants/contestant';
import type { Contestant } from '../contestants/contestant';
import { httpRequest } from '../contestants/httpRequest';
import { onDemand } from '../contestants/onDemand';
import { execute } from '../n8n/execution';
import { importWorkflows } from '../n8n/imports';
import { secondsByRoom } from '../profile/rooms';
import type { Stage } from '../stage';
import type { Measure } from './measure';

const ITEMS = 10_000;

/** Seconds of n8n's main thread in each room of the house, while a contestant translates. */
async function profileOf(stage: Stage, contestant: Contestant): Promise<Map<string, number>> {
	const workflow = contestant.workflow?.(stage, ITEMS);
	if (!workflow) throw new Error(`${contestant.name} does not run in n8n`);
	await importWorkflows(stage, [workflow]);
	const folder = resolve(stage.layout.folder, 'profile');
	await rm(folder, { recursive: true, force: true });
	await stage.server.begin({ latency: 0 });
	await execute(stage, workflow.id, {}, ['--cpu-prof', `--cpu-prof-dir=${folder}`]);
	const [file] = await readdir(folder);
	return secondsByRoom(JSON.parse(await readFile(resolve(folder, file), 'utf8')));
}

/** Where the time goes. It is measured once, for the profiler slows everything down. */
export const profile: Measure = {
	name: 'profile',
	title: 'Where the time of 10,000 translations goes',
	run: async (stage, _, step) => {
		const profiles: Array<[string, Map<string, number>]> = [];
		for (const contestant of [onDemand, httpRequest]) {
			step.now(`10,000 translations under the profiler: ${contestant.name}`);
			profiles.push([contestant.name, await profileOf(stage, contestant)]);
		}
		const rooms = new Set(profiles.flatMap(([, seconds]) => [...seconds.keys()]));
		const own = new Map(profiles).get(names.onDemand);
		return {
			rows: [...rooms]
				.sort((one, other) => (own?.get(other) ?? 0) - (own?.get(one) ?? 0))
				.map((room) => ({
					title: `Profile of 10,000 translations: ${room}`,
					unit: 's',
					columns: profiles.map(([contestant, seconds]) => ({
						contestant,
						values: [seconds.get(room) ?? 0],
					})),
				})),
		};
	},
};
