import type { Contestant } from '../contestants/contestant';
import { httpRequest } from '../contestants/httpRequest';
import { onDemand } from '../contestants/onDemand';
import { importWorkflows } from '../n8n/imports';
import { secondsByRoom } from '../profile/rooms';
import type { Seconds } from '../profile/rooms';
import { profiled } from '../profile/profiled';
import type { Stage } from '../stage';
import type { Measure, Row } from './measure';

const ITEMS = 10_000;

/** Seconds of n8n's main thread in each room of the house, while a contestant translates. */
async function profileOf(stage: Stage, contestant: Contestant): Promise<Seconds> {
	const workflow = contestant.workflow?.(stage, ITEMS);
	if (!workflow) throw new Error(`${contestant.name} does not run in n8n`);
	await importWorkflows(stage, [workflow]);
	await stage.server.begin({ latency: 0 });
	return secondsByRoom(await profiled(stage, workflow));
}

/** A row for each room, the one in which this package spends most first. */
export function profileRows(work: string, profiles: Array<[contestant: string, Seconds]>): Row[] {
	const rooms = new Set(profiles.flatMap(([, seconds]) => [...seconds.keys()]));
	const [[, own]] = profiles;
	return [...rooms]
		.sort((one, other) => (own.get(other) ?? 0) - (own.get(one) ?? 0))
		.map((room) => ({
			title: `Profile of ${work}: ${room}`,
			unit: 's',
			columns: profiles.map(([contestant, seconds]) => ({
				contestant,
				values: [seconds.get(room) ?? 0],
			})),
		}));
}

/** Where the time goes. It is measured once, for the profiler slows everything down. */
export const profile: Measure = {
	name: 'profile',
	title: 'Where the time of 10,000 translations goes',
	run: async (stage, _, step) => {
		const profiles: Array<[string, Seconds]> = [];
		for (const contestant of [onDemand, httpRequest]) {
			step.now(`10,000 translations under the profiler: ${contestant.name}`);
			profiles.push([contestant.name, await profileOf(stage, contestant)]);
		}
		return { rows: profileRows('10,000 translations', profiles) };
	},
};
