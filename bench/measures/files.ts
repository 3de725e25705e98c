/* eslint-disable @n8n/community-nodes/no-restricted-imports -- the benchmarks run in Node, never inside n8n */
import { rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { fileContestants, link, MEBIBYTE } from '../contestants/fileNodes';
import type { Direction } from '../contestants/fileNodes';
import { execute } from '../n8n/execution';
import { fileWorkflow, inFileSystem, LARGE, removeFiles, TINY } from '../n8n/fileWorkflow';
import { importWorkflows } from '../n8n/imports';
import type { Workflow } from '../n8n/workflow';
import { runScript } from '../scripts';
import { UPLOAD } from '../server/routes';
import type { Stage } from '../stage';
import type { Column, Measure, Row } from './measure';
import { atLeast, below } from './target';

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

async function throughN8n(stage: Stage, { id }: Workflow, megabytes: number): Promise<Run> {
	const { run, peakMemory } = await execute(stage, id, inFileSystem);
	if (run.items.length !== 1) throw new Error('A file did not pass through n8n');
	await removeFiles(stage);
	return { speed: megabytes / (run.milliseconds / 1000), peak: peakMemory / MEBIBYTE };
}

/** Downloads to a file beside n8n, or uploads from there what was downloaded before. */
async function plain(stage: Stage, direction: Direction, megabytes: number): Promise<Run> {
	const file = resolve(stage.layout.folder, 'plain.pdf');
	const run = async (which: Direction, url: string) =>
		await runScript(stage, 'plainStream', [which, url, file]);
	const download = await run('download', link(stage, megabytes));
	const { milliseconds, peakMemory } =
		direction === 'download' ? download : await run('upload', stage.server.url + UPLOAD);
	await rm(file, { force: true });
	return {
		speed: megabytes / (Number(milliseconds) / 1000),
		peak: Number(peakMemory) / MEBIBYTE,
	};
}

async function rowsOf(
	stage: Stage,
	direction: Direction,
	rounds: number,
	now: (text: string) => void,
): Promise<Row[]> {
	const contestants = [
		...fileContestants.map((contestant) => ({
			contestant: contestant.name,
			pass: async (megabytes: number) =>
				await throughN8n(stage, fileWorkflow(stage, contestant, direction, megabytes), megabytes),
		})),
		{
			contestant: PLAIN,
			pass: async (megabytes: number) => await plain(stage, direction, megabytes),
		},
	];
	const columns = (): Column[] => contestants.map(({ contestant }) => ({ contestant, values: [] }));
	const [speeds, growth] = [columns(), columns()];
	for (let round = 0; round < rounds; round += 1) {
		for (const [index, { contestant, pass }] of contestants.entries()) {
			now(`${direction} of 1 GiB, round ${round + 1} of ${rounds}: ${contestant}`);
			const tiny = await pass(TINY);
			const large = await pass(LARGE);
			growth[index].values.push(large.peak - tiny.peak);
			speeds[index].values.push(large.speed);
		}
	}
	const name = direction === 'upload' ? 'Upload' : 'Download';
	return [
		{
			title: `${name} of 1 GiB: growth of the peak memory`,
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
				[TINY, LARGE].map((megabytes) => fileWorkflow(stage, contestant, direction, megabytes)),
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
