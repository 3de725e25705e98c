import { axiosScript } from '../contestants/axiosScript';
import { names } from '../contestants/contestant';
import { httpRequest } from '../contestants/httpRequest';
import { onDemand } from '../contestants/onDemand';
import { stockNode } from '../contestants/stockNode';
import type { Measure } from './measure';
import { columnsOf, SHORT_RUNS, translateByTurns } from './rounds';
import { atMost } from './target';

const contestants = [onDemand, httpRequest, stockNode, axiosScript];

const ITEMS = 1000;
const LATENCY = 100;

/** How near the scheduler comes to sending everything at once where the API allows that. */
export const latency: Measure = {
	name: 'latency',
	title: `${ITEMS.toLocaleString('en')} translations, ${LATENCY} ms latency, no limit`,
	run: async (stage, rounds, step) => {
		const conditions = { latency: LATENCY };
		const turns = SHORT_RUNS * rounds;
		const all = await translateByTurns(stage, contestants, ITEMS, conditions, turns, step);
		const title = '1,000 translations at 100 ms latency';
		const times = columnsOf(all, ({ milliseconds }) => milliseconds / 1000);
		return {
			rows: [
				{
					title: `${title}: node time`,
					unit: 's',
					columns: times,
					target: atMost(times, 1.15, names.httpRequest),
				},
				{
					title: `${title}: most requests in flight`,
					unit: 'requests',
					columns: columnsOf(all, ({ traffic }) => traffic.peakInFlight),
				},
			],
		};
	},
};
