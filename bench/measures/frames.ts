/* eslint-disable @n8n/community-nodes/no-restricted-imports -- the benchmarks run in Node, never inside n8n */
import { resolve } from 'node:path';
import { names } from '../contestants/contestant';
import { packageIn, runScript } from '../scripts';
import type { Measure } from './measure';
import { atMost } from './target';

const FRAMES = 500_000;
/** A round takes a tenth of a second: only many of them tell what the parser does and not the machine. */
const TURNS = 10;

const PARSER = 'eventsource-parser';

function millisecondsOf(speeds: unknown): number[] {
	if (!Array.isArray(speeds)) throw new Error('The script gave no speeds');
	return speeds.map((speed) => (FRAMES / Number(speed)) * 1000);
}

/** How fast the frames of an answer are read. */
export const frames: Measure = {
	name: 'frames',
	title: `${FRAMES.toLocaleString('en')} stream frames parsed`,
	run: async (stage, rounds) => {
		const { own, rival } = await runScript(stage, 'frames', [
			resolve(packageIn(stage), 'dist/nodes/shared/eventStream.js'),
			FRAMES,
			rounds * TURNS,
		]);
		const columns = [
			{ contestant: names.onDemand, values: millisecondsOf(own) },
			{ contestant: PARSER, values: millisecondsOf(rival) },
		];
		return {
			rows: [
				{
					title: `${FRAMES.toLocaleString('en')} stream frames parsed`,
					unit: 'ms',
					columns,
					target: atMost(columns, 1, PARSER),
				},
			],
		};
	},
};
