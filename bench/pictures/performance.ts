import type { Findings, Row } from '../measures/measure';
import { median } from '../statistics';
import { picture } from './chart';
import type { Line, Panel } from './chart';
import { colourOf } from './colours';
import { course } from './course';

/** Time and memory over the number of items, from rows whose titles begin with that number. */
export function overItems({ rows }: Findings): string {
	const panels = [
		panelOf(rows, 'node time', 'Node time', 'seconds'),
		panelOf(rows, 'peak memory', 'Peak memory of the process', 'MiB'),
	];
	return picture(panels, 2, 460);
}

function panelOf(rows: Row[], kind: string, title: string, yLabel: string): Panel {
	const lines = new Map<string, Line>();
	for (const row of rows.filter((candidate) => candidate.title.includes(kind))) {
		const items = Number(row.title.split(' ')[0].replace(/\D/g, ''));
		for (const { contestant, values } of row.columns) {
			const line: Line = lines.get(contestant) ?? {
				name: contestant,
				colour: colourOf(contestant),
				points: [],
				hasDots: true,
			};
			line.points.push([items, median(values)]);
			lines.set(contestant, line);
		}
	}
	return { title, xLabel: 'translations', yLabel, lines: [...lines.values()] };
}

/**
 * What the API saw of each contestant under a limit.
 *
 * @param perSecond requests that the API takes in a second
 */
export function underLimit({ courses = [] }: Findings, perSecond: number): string {
	const all = courses.flatMap(({ samples }) => samples);
	const xMaximum = Math.max(...all.map(({ at }) => at)) / 1000;
	const panels = courses.map(({ contestant, samples }) => {
		const moments = samples.map(({ at, ...counts }) => ({ second: at / 1000, ...counts }));
		const refused = samples.reduce((sum, sample) => sum + sample.refused, 0);
		const title = `${contestant}: ${refused} requests refused`;
		return { ...course(title, moments, () => perSecond / 10), xMaximum };
	});
	return picture(panels, 2, 460);
}
