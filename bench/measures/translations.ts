import { axiosScript } from '../contestants/axiosScript';
import { names } from '../contestants/contestant';
import { MEBIBYTE } from '../contestants/fileNodes';
import { httpRequest } from '../contestants/httpRequest';
import { onDemand } from '../contestants/onDemand';
import { stockNode } from '../contestants/stockNode';
import type { Measure, Row } from './measure';
import { columnsOf, SHORT_RUNS, translateByTurns } from './rounds';
import { atMost } from './target';

const contestants = [onDemand, httpRequest, stockNode, axiosScript];

const SIZES = [1000, 3000, 10_000];

/** How long translations take where nothing slows them down, and how much memory. */
export const translations: Measure = {
	name: 'translations',
	title: 'Translations, no latency, no limit',
	run: async (stage, rounds, step) => {
		const rows: Row[] = [];
		for (const size of SIZES) {
			const turns = size === Math.min(...SIZES) ? SHORT_RUNS * rounds : rounds;
			const all = await translateByTurns(stage, contestants, size, { latency: 0 }, turns, step);
			const title = `${size.toLocaleString('en')} translations`;
			const times = columnsOf(all, ({ milliseconds }) => milliseconds / 1000);
			const peaks = columnsOf(all, ({ peakMemory }) => peakMemory / MEBIBYTE);
			const lost = columnsOf(all, ({ translated }) => size - translated);
			const isLarge = size === Math.max(...SIZES);
			const isAsked = isLarge || size === Math.min(...SIZES);
			rows.push(
				{
					title: `${title}: node time`,
					unit: 's',
					columns: times,
					target: isAsked ? atMost(times, 0.9, names.httpRequest) : undefined,
				},
				{
					title: `${title}: peak memory of n8n`,
					unit: 'MiB',
					columns: peaks,
					target: isLarge ? atMost(peaks, 0.8, names.httpRequest) : undefined,
				},
			);
			if (lost.some(({ values }) => values.some((count) => count > 0))) {
				rows.push({ title: `${title}: lost`, unit: 'items', columns: lost });
			}
		}
		return { rows };
	},
};
