/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- the benchmarks run in Node, never inside n8n */
import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { Simulation } from '../../test/shared/simulation';
import type { Limit, Work } from '../../test/shared/simulation';
import { picture } from './chart';
import type { Panel } from './chart';
import { course } from './course';

const FILE = resolve(__dirname, '../../docs/images/scheduler.svg');

/** The pauses of the scheduler are jittered; with this the picture is the same each time. */
function seeded(): () => number {
	let state = 42;
	return () => {
		// The linear congruential generator of Numerical Recipes.
		state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
		return state / 2 ** 32;
	};
}

function drawn(title: string, work: Work): Panel {
	const { samples } = new Simulation(work);
	const { limit } = work;
	return course(title, samples, limit && ((second) => limit.perSecond(second) / 10));
}

const steady: Limit = { capacity: 100, perSecond: () => 100 };

function changing(second: number): number {
	if (second < 8) return 100;
	return second < 16 ? 50 : 150;
}

/** Draws how the scheduler meets an API with no limit, one with a limit, and one whose limit changes. */
async function main(): Promise<void> {
	Math.random = seeded();
	const panels = [
		drawn('No limit: 5,000 requests', { requests: 5000 }),
		drawn('100 a second: 1,000 requests', { requests: 1000, limit: steady }),
		drawn('100, then 50, then 150 a second: 2,500 requests', {
			requests: 2500,
			limit: { capacity: 100, perSecond: changing },
		}),
	];
	await writeFile(FILE, picture(panels, 1, 760));
	process.stdout.write(`${FILE}\n`);
}

void main();
