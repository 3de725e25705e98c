import type { Step } from '../../demo/progress';
import type { Contestant, TranslationRun } from '../contestants/contestant';
import { importWorkflows } from '../n8n/imports';
import type { Conditions } from '../server/conditions';
import type { Stage } from '../stage';
import type { Column } from './measure';

/** Runs of a thousand items are over in seconds, in which the moods of a machine weigh: so many make one round. */
export const SHORT_RUNS = 3;

/** The runs of one contestant, one for each round. */
export interface Runs {
	contestant: string;
	runs: TranslationRun[];
}

/** Lets the contestants translate by turns, as often as there are rounds. */
export async function translateByTurns(
	stage: Stage,
	contestants: Contestant[],
	items: number,
	conditions: Conditions,
	rounds: number,
	step: Step,
): Promise<Runs[]> {
	const workflows = contestants.flatMap(({ workflow }) => workflow?.(stage, items) ?? []);
	await importWorkflows(stage, workflows);
	const all = contestants.map(({ name }): Runs => ({ contestant: name, runs: [] }));
	for (let round = 0; round < rounds; round += 1) {
		for (const [index, contestant] of contestants.entries()) {
			step.now(`${items} translations, round ${round + 1} of ${rounds}: ${contestant.name}`);
			await stage.server.begin(conditions);
			all[index].runs.push(await contestant.translate(stage, items));
		}
	}
	return all;
}

/** A figure of all runs. */
export function columnsOf(all: Runs[], figure: (run: TranslationRun) => number): Column[] {
	return all.map(({ contestant, runs }) => ({ contestant, values: runs.map(figure) }));
}
