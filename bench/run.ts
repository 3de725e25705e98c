/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- the benchmarks run in Node, never inside n8n */
import { writeFile } from 'node:fs/promises';
import { runProgram } from '../demo/program';
import type { Closers } from '../demo/program';
import { say, step } from '../demo/progress';
import { inWords, load, machine } from './machine';
import type { Machine } from './machine';
import type { Findings } from './measures/measure';
import { help, readOptions } from './options';
import type { Options } from './options';
import { printRow, printSummary } from './report';
import { setUpStage } from './stage';

/** What a measure found, as `--json` writes it. */
export interface Measured extends Findings {
	name: string;
	title: string;
	/** The load of the machine before it. */
	load: number;
}

/** All figures, as `--json` writes them. */
export interface Report {
	/** Year, month and day. */
	date: string;
	rounds: number;
	machine: Machine;
	measured: Measured[];
}

async function bench(options: Options, signal: AbortSignal, closers: Closers): Promise<void> {
	const stage = await setUpStage(options.tarball, signal, closers);
	const described = await machine(stage);
	const measured: Measured[] = [];
	for (const { name, title, run } of options.only) {
		const before = load();
		const findings = await step(title, async (progress) => {
			progress.note(`load of the machine before: ${before}`);
			return await run(stage, options.rounds, progress);
		});
		findings.rows.forEach(printRow);
		measured.push({ name, title, load: before, ...findings });
		await written(options, described, measured);
	}
	printSummary(measured.flatMap(({ rows }) => rows));
	say(inWords(described));
	if (options.json !== undefined) say(`All figures are in ${options.json}`);
}

/** Writes what there is so far: a measure that breaks off costs no figures of the others. */
async function written(
	{ json, rounds }: Options,
	described: Machine,
	measured: Measured[],
): Promise<void> {
	if (json === undefined) return;
	const date = new Date().toISOString().slice(0, 10);
	const report: Report = { date, rounds, machine: described, measured };
	await writeFile(json, `${JSON.stringify(report, null, '\t')}\n`);
}

void runProgram(async (signal, closers) => {
	const options = readOptions();
	if (options) await bench(options, signal, closers);
	else process.stdout.write(help());
	return true;
});
