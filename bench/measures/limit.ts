import { axiosScript } from '../contestants/axiosScript';
import { httpRequest } from '../contestants/httpRequest';
import { onDemand } from '../contestants/onDemand';
import { stockNode } from '../contestants/stockNode';
import { median } from '../statistics';
import type { Measure } from './measure';
import { columnsOf, translateByTurns } from './rounds';

const contestants = [onDemand, httpRequest, stockNode, axiosScript];

const ITEMS = 1000;
const LATENCY = 100;
const LIMIT = { capacity: 100, perSecond: 100 };

/** Seconds that the limit leaves at best: the bucket is full at the start. */
const IDEAL = (ITEMS - LIMIT.capacity) / LIMIT.perSecond;
const FACTOR = 1.15;

/** What becomes of a batch that the API takes a part of at a time. */
export const limit: Measure = {
	name: 'limit',
	title: `${ITEMS.toLocaleString('en')} translations at ${LIMIT.perSecond} a second`,
	run: async (stage, rounds, step) => {
		const conditions = { latency: LATENCY, limit: LIMIT };
		const all = await translateByTurns(stage, contestants, ITEMS, conditions, rounds, step);
		const title = `1,000 translations at ${LIMIT.perSecond} a second`;
		const times = columnsOf(all, ({ milliseconds }) => milliseconds / 1000);
		const lost = columnsOf(all, ({ translated }) => ITEMS - translated);
		const ratio = median(times[0].values) / IDEAL;
		const mostLost = Math.max(...lost[0].values);
		return {
			rows: [
				{
					title: `${title}: node time`,
					unit: 's',
					columns: times,
					target: {
						text: `≤ ${FACTOR} × the ideal ${IDEAL} s`,
						reached: `${ratio.toFixed(2)} ×`,
						isMet: ratio <= FACTOR,
					},
				},
				{
					title: `${title}: lost`,
					unit: 'items',
					columns: lost,
					target: { text: '0', reached: String(mostLost), isMet: mostLost === 0 },
				},
				{
					title: `${title}: requests refused`,
					unit: 'requests',
					columns: columnsOf(all, ({ traffic }) => traffic.refused),
				},
			],
			courses: all.map(({ contestant, runs }) => ({
				contestant,
				samples: runs[0].traffic.samples,
			})),
		};
	},
};
