import { median } from '../statistics';
import type { Column, Target } from './measure';

/** The median of a contestant. */
export function medianOf(columns: Column[], contestant: string): number {
	const found = columns.find((column) => column.contestant === contestant);
	if (!found) throw new Error(`${contestant} was not measured`);
	return median(found.values);
}

/** The median of the first column may be so many times that of another one, at most. */
export function atMost(columns: Column[], factor: number, rival: string): Target {
	const ratio = median(columns[0].values) / medianOf(columns, rival);
	return {
		text: `≤ ${factor} × ${rival}`,
		reached: `${ratio.toFixed(2)} ×`,
		isMet: ratio <= factor,
	};
}

/** The median of the first column is at least so many times that of another one. */
export function atLeast(columns: Column[], factor: number, rival: string): Target {
	const ratio = median(columns[0].values) / medianOf(columns, rival);
	return {
		text: `≥ ${factor} × ${rival}`,
		reached: `${ratio.toFixed(2)} ×`,
		isMet: ratio >= factor,
	};
}

/** The median of the first column may be no larger than a figure. */
export function below(columns: Column[], limit: number, unit: string): Target {
	const reached = median(columns[0].values);
	return {
		text: `≤ ${limit} ${unit}`,
		reached: `${Number(reached.toPrecision(3))} ${unit}`,
		isMet: reached <= limit,
	};
}
