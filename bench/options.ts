/* eslint-disable @n8n/community-nodes/no-restricted-imports -- the benchmarks run in Node, never inside n8n */
import { parseArgs } from 'node:util';
import { measures } from './measures';
import type { Measure } from './measures/measure';

/** What `--help` prints. */
export function help(): string {
	const width = Math.max(...measures.map(({ name }) => name.length));
	const list = measures.map(({ name, title }) => `  ${name.padEnd(width)}  ${title}`);
	return `Measures this package in the real n8n beside what a user would pick in its place, and prints medians,
spread, targets and verdicts. The first time it installs n8n, as the demo does.

  --only <measure>  one measure, or several with commas between them
  --rounds <count>  how often everything is measured, by turns (3)
  --json <file>     writes all figures to a file
  --tarball <file>  measures a packed package in place of this folder's
  --help            this text

The measures:
${list.join('\n')}

Exit code 0 when everything could be measured, whatever the verdicts are, else 1. For figures that mean something
let nothing else run on the machine. All of it takes about 35 minutes.
`;
}

/** What the benchmarks were asked for. */
export interface Options {
	only: Measure[];
	rounds: number;
	json: string | undefined;
	tarball: string | undefined;
}

/**
 * Reads the command line. Gives nothing when help is asked for.
 *
 * @throws Error that names what is wrong
 */
export function readOptions(): Options | undefined {
	const { values } = parseArgs({
		options: {
			only: { type: 'string' },
			rounds: { type: 'string', default: '3' },
			json: { type: 'string' },
			tarball: { type: 'string' },
			help: { type: 'boolean', default: false },
		},
	});
	if (values.help) return undefined;
	const rounds = Number(values.rounds);
	if (!Number.isInteger(rounds) || rounds < 1) throw new Error('--rounds must be 1 or more');
	const { json, tarball } = values;
	return { only: named(values.only), rounds, json, tarball };
}

function named(list: string | undefined): Measure[] {
	if (list === undefined) return measures;
	return list.split(',').map((name) => {
		const measure = measures.find((candidate) => candidate.name === name.trim());
		if (measure) return measure;
		const all = measures.map((candidate) => candidate.name).join(', ');
		throw new Error(`There is no measure "${name}". There are: ${all}`);
	});
}
