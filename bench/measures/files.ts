/* eslint-disable @n8n/community-nodes/no-restricted-imports -- the benchmarks run in Node, never inside n8n */
import { rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { names } from '../contestants/contestant';
import { fileContestants, link, MEBIBYTE } from '../contestants/fileNodes';
import type { Direction, FileContestant } from '../contestants/fileNodes';
import { execute } from '../n8n/execution';
import { importWorkflows } from '../n8n/imports';
import { inLine, manualTrigger } from '../n8n/workflow';
import type { Workflow } from '../n8n/workflow';
import { runScript } from '../scripts';
import { UPLOAD } from '../server/routes';
import type { Stage } from '../stage';
import type { Column, Measure, Row } from './measure';
import { atLeast, below } from './target';

/** Mebibytes of the files. */
const LARGE = 1024;
const TINY = 0.01;

/** Mebibytes by which n8n's peak memory may grow. */
const GROWTH = 64;
const FACTOR = 0.8;

const PLAIN = 'plain stream';

/** What one file did. */
interface Run {
	/** Mebibytes a second. */
	speed: number;
	/** Mebibytes. */
	peak: number;
}

/** The file is downloaded before it is uploaded: n8n has to have it first. */
function workflow(
	stage: Stage,
	{ name, nodes }: FileContestant,
	direction: Direction,
	megabytes: number,
): Workflow {
	const [{ nodes: own }] = fileContestants;
	const download = own.download(stage, megabytes);
	const measured = nodes[direction](stage, megabytes);
	const line = direction === 'upload' ? [download, measured] : [measured];
	return inLine(`${direction} of ${megabytes} MiB, ${name}`, [manualTrigger, ...line]);
}

async function throughN8n(stage: Stage, { id }: Workflow, megabytes: number): Promise<Run> {
	const settings = { N8N_DEFAULT_BINARY_DATA_MODE: 'filesystem' };
	const { run, peakMemory } = await execute(stage, id, settings);
	if (run.items.length !== 1) throw new Error('A file did not pass through n8n');
	await rm(resolve(stage.layout.home, '.n8n/storage'), { recursive: true, force: true });
	await rm(resolve(stage.layout.home, '.n8n/binaryData'), { recursive: true, force: true });
	return { speed: megabytes / (run.milliseconds / 1000), peak: peakMemory / MEBIBYTE };
}

async function plain(stage: Stage, direction: Direction): Promise<number> {
	const file = resolve(stage.layout.folder, 'plain.pdf');
	const found = await runScript(stage, 'plainStream', [
		link(stage, LARGE),
		stage.server.url + UPLOAD,
		file,
	]);
	await rm(file, { force: true });
	return LARGE / (Number(found[direction]) / 1000);
}

async function rowsOf(
	stage: Stage,
	direction: Direction,
	rounds: number,
	now: (text: string) => void,
): Promise<Row[]> {
	const columns = (...all: string[]): Column[] =>
		all.map((contestant) => ({ contestant, values: [] }));
	const speeds = columns(names.onDemand, names.httpRequest, PLAIN);
	const growth = columns(names.onDemand, names.httpRequest);
	for (let round = 0; round < rounds; round += 1) {
		for (const [index, contestant] of fileContestants.entries()) {
			now(`${direction} of 1 GiB, round ${round + 1} of ${rounds}: ${contestant.name}`);
			const tiny = await throughN8n(stage, workflow(stage, contestant, direction, TINY), TINY);
			const large = await throughN8n(stage, workflow(stage, contestant, direction, LARGE), LARGE);
			growth[index].values.push(large.peak - tiny.peak);
			speeds[index].values.push(large.speed);
		}
		speeds[2].values.push(await plain(stage, direction));
	}
	const name = direction === 'upload' ? 'Upload' : 'Download';
	return [
		{
			title: `${name} of 1 GiB: growth of n8n's peak memory`,
			unit: 'MiB',
			columns: growth,
			target: below(growth, GROWTH, 'MiB'),
		},
		{
			title: `${name} of 1 GiB: throughput`,
			unit: 'MiB/s',
			columns: speeds,
			target: atLeast(speeds, FACTOR, PLAIN),
		},
	];
}

/** Whether a file of any size passes in constant memory, and how fast. */
export const files: Measure = {
	name: 'files',
	title: 'Upload and download of 1 GiB',
	run: async (stage, rounds, step) => {
		const directions: Direction[] = ['download', 'upload'];
		const workflows = directions.flatMap((direction) =>
			fileContestants.flatMap((contestant) =>
				[TINY, LARGE].map((megabytes) => workflow(stage, contestant, direction, megabytes)),
			),
		);
		await importWorkflows(stage, workflows);
		const rows: Row[] = [];
		for (const direction of directions) {
			rows.push(...(await rowsOf(stage, direction, rounds, step.now)));
		}
		return { rows };
	},
};
