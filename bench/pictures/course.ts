import type { Line, Panel } from './chart';
import { colours } from './colours';

/** What happened in a tenth of a second. */
export interface Moment {
	second: number;
	inFlight: number;
	accepted: number;
	refused: number;
}

/**
 * The chart of what happened over time.
 *
 * @param limit how many requests the API takes in a tenth of a second, by the time in seconds
 */
export function course(
	title: string,
	moments: Moment[],
	limit?: (second: number) => number,
): Panel {
	const line = (name: string, colour: string, figure: (moment: Moment) => number): Line => ({
		name,
		colour,
		points: moments.map((moment) => [moment.second, figure(moment)]),
	});
	const allowed: Line[] = limit
		? [
				{
					...line('limit, in 0.1 s', colours.limit, ({ second }) => limit(second)),
					isDashed: true,
				},
			]
		: [];
	return {
		title,
		xLabel: 'time (s)',
		yLabel: 'requests',
		lines: [
			line('in flight', colours.inFlight, ({ inFlight }) => inFlight),
			line('accepted in 0.1 s', colours.accepted, ({ accepted }) => accepted),
			line('refused in 0.1 s', colours.refused, ({ refused }) => refused),
			...allowed,
		],
	};
}
