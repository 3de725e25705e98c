/* eslint-disable @n8n/community-nodes/no-restricted-imports -- the benchmarks run in Node, never inside n8n */
import { readFile } from 'node:fs/promises';
import { objectsOf } from '../../demo/n8nApi';
import type { Environment } from '../../demo/processes';
import { isObject } from '../../sandbox/narrow';
import type { JsonObject } from '../../sandbox/narrow';
import type { Stage } from '../stage';
import { n8nCommand } from './command';
import { MEASURED } from './workflow';

/** What one node did in an execution. */
export interface NodeRun {
	/** Milliseconds since 1970. */
	startedAt: number;
	milliseconds: number;
	/** The JSON of its output items. */
	items: JsonObject[];
}

/** A moment in which the event loop of n8n stood still. */
export interface Stall {
	/** Milliseconds since 1970. */
	at: number;
	milliseconds: number;
}

/** A workflow that was run by `n8n execute`. */
export interface Execution {
	/** What the measured node did. */
	run: NodeRun;
	/** The most memory that n8n's process held, in bytes. */
	peakMemory: number;
}

/**
 * Runs a workflow in a process of n8n of its own.
 *
 * @param settings environment variables for n8n
 * @param flags of Node.js
 */
export async function execute(
	stage: Stage,
	workflowId: string,
	settings?: Environment,
	flags?: string[],
): Promise<Execution> {
	const args = ['execute', `--id=${workflowId}`, '--rawOutput'];
	const printed = await n8nCommand(stage, args, settings, flags);
	const { peakMemory } = await readProbe(stage);
	return { run: nodeRunIn(resultIn(printed)), peakMemory };
}

/** The longest of the stalls that touch the time in which a node worked. */
export function longestIn(stalls: Stall[], { startedAt, milliseconds: duration }: NodeRun): number {
	const inTime = stalls.filter(
		({ at, milliseconds }) => at + milliseconds > startedAt && at < startedAt + duration,
	);
	return Math.max(0, ...inTime.map(({ milliseconds }) => milliseconds));
}

/** What the probe in n8n's process wrote. */
export async function readProbe(stage: Stage): Promise<{ peakMemory: number; stalls: Stall[] }> {
	const found: unknown = JSON.parse(await readFile(stage.probe.figures, 'utf8'));
	const { peakMemory, stalls } = isObject(found) ? found : {};
	return {
		peakMemory: Number(peakMemory) * 1024,
		stalls: objectsOf(stalls).map(({ at, milliseconds }) => ({
			at: Number(at),
			milliseconds: Number(milliseconds),
		})),
	};
}

/** What the measured node did, out of the data of an execution as n8n keeps it. */
export function nodeRunIn(data: unknown): NodeRun {
	const { resultData } = isObject(data) ? data : {};
	const { runData } = isObject(resultData) ? resultData : {};
	const [run] = objectsOf(isObject(runData) ? runData[MEASURED] : undefined);
	if (!run) throw new Error('The node that is measured did not run');
	const outputs: unknown = isObject(run.data) ? run.data.main : undefined;
	const items = objectsOf(Array.isArray(outputs) ? outputs[0] : undefined);
	return {
		startedAt: Number(run.startTime),
		milliseconds: Number(run.executionTime),
		items: items.map(({ json }) => (isObject(json) ? json : {})),
	};
}

/** n8n prints messages around the JSON, which begins and ends with a line of one brace. */
function resultIn(printed: string): unknown {
	const start = printed.startsWith('{\n') ? 0 : printed.indexOf('\n{\n') + 1;
	const end = printed.lastIndexOf('\n}') + 2;
	const result: unknown = JSON.parse(printed.slice(start, end));
	return isObject(result) ? result.data : undefined;
}
