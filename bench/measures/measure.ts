import type { Step } from '../../demo/progress';
import type { Sample } from '../server/traffic';
import type { Stage } from '../stage';

/** What was measured of one contestant, once in each round. */
export interface Column {
	contestant: string;
	values: number[];
}

/** What a row has to reach. */
export interface Target {
	/** As it is printed, for example `≤ 0.9 × HTTP Request node`. */
	text: string;
	/** What was reached, for example `0.52 ×`. */
	reached: string;
	isMet: boolean;
}

/** One line of the table. */
export interface Row {
	/** What was measured, for example `10,000 translations: node time`. */
	title: string;
	unit: 's' | 'ms' | 'MiB' | 'MiB/s' | 'kB' | 'requests' | 'items' | 'files' | 'packages';
	/** This package first. */
	columns: Column[];
	target?: Target;
}

/** What happened at the server while a contestant worked, for a picture. */
export interface Course {
	contestant: string;
	samples: Sample[];
}

/** What a measure found. */
export interface Findings {
	rows: Row[];
	/** Of the first round. */
	courses?: Course[];
	/** Things to know about the figures, in sentences. */
	notes?: string[];
}

/** One of the comparisons. */
export interface Measure {
	/** As `--only` names it. */
	name: string;
	title: string;
	/** Measures so many times, the contestants by turns. */
	run(stage: Stage, rounds: number, step: Step): Promise<Findings>;
}
