/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- the benchmarks run in Node, never inside n8n */
import { readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { projectFolder } from '../../demo/layout';
import { inWords } from '../machine';
import type { Report } from '../run';
import { overItems, underLimit } from './performance';
import { readReport } from './report';
import { profileTables, table } from './table';

const PAGE = resolve(projectFolder, 'docs/performance.md');
const IMAGES = resolve(projectFolder, 'docs/images');

/** The measures that tell where time goes, each with a table of its own. */
const profiles = ['profile', 'files-profile'];

/** What stands between `<!-- name -->` and `<!-- /name -->` is replaced. */
function filled(page: string, name: string, content: string): string {
	const [start, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
	const [before, rest = ''] = page.split(start);
	const [, after] = rest.split(end);
	if (after === undefined) throw new Error(`${PAGE} has no place for ${name}`);
	return `${before}${start}\n\n${content}\n\n${end}${after}`;
}

function about({ date, rounds, machine, measured }: Report): string {
	const loads = measured.map(({ load }) => load);
	return [
		`Measured on ${date}, ${rounds} rounds, on ${inWords(machine)}.`,
		`The load of the machine before the measures was ${Math.min(...loads)} to ${Math.max(...loads)}.`,
	].join(' ');
}

/** Puts the figures of a run into docs/performance.md and draws its pictures. */
async function main(): Promise<void> {
	const [file] = process.argv.slice(2);
	if (file === undefined) throw new Error('Name the file that npm run bench -- --json wrote');
	const report = await readReport(file);
	const found = (name: string) => {
		const findings = report.measured.find((measure) => measure.name === name);
		if (!findings) throw new Error(`${file} has no measure "${name}"; run all of them`);
		return findings;
	};
	const rows = report.measured
		.filter(({ name }) => !profiles.includes(name))
		.flatMap(({ rows: own }) => own);
	const parts: Array<[name: string, content: string]> = [
		['run', about(report)],
		['figures', table(rows)],
		...profiles.map((name): [string, string] => [name, profileTables(found(name).rows)]),
	];
	const page = parts.reduce(
		(text, [name, content]) => filled(text, name, content),
		await readFile(PAGE, 'utf8'),
	);
	await writeFile(PAGE, page);
	await writeFile(resolve(IMAGES, 'performance-items.svg'), overItems(found('translations')));
	await writeFile(resolve(IMAGES, 'performance-limit.svg'), underLimit(found('limit'), 100));
}

main().catch((error: unknown) => {
	process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
	process.exitCode = 1;
});
