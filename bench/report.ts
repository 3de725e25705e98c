import { say } from '../demo/progress';
import type { Row } from './measures/measure';
import { median } from './statistics';

/** A figure with as many digits as mean something. */
export function shown(value: number): string {
	if (value >= 100) return Math.round(value).toLocaleString('en');
	return String(Number(value.toPrecision(3)));
}

/** The median of the rounds, and in brackets from where to where they went. */
export function spread(values: number[]): string {
	const middle = shown(median(values));
	if (values.length === 1) return middle;
	const [least, most] = [shown(Math.min(...values)), shown(Math.max(...values))];
	return least === most ? middle : `${middle} (${least}–${most})`;
}

/** The verdict of a row in words; empty where there is no target. */
export function verdict({ target }: Row): string {
	if (!target) return '';
	return `${target.isMet ? 'met' : 'not met'}: ${target.reached}, target ${target.text}`;
}

/** Prints a row: what was measured, each contestant beside its rivals, and the verdict. */
export function printRow(row: Row): void {
	const { title, unit, columns, target } = row;
	say(`   ${title}`);
	const [own] = columns;
	const isCounted = unit === 'items' || unit === 'requests';
	for (const { contestant, values } of columns) {
		const isRival = !isCounted && contestant !== own.contestant && median(values) > 0;
		const ratio = isRival ? `  this package: ${shown(median(own.values) / median(values))} ×` : '';
		say(`      ${contestant.padEnd(24)} ${spread(values)} ${unit}${ratio}`);
	}
	if (target) say(`      ${target.isMet ? '✔' : '✘'} ${verdict(row)}`);
}

/** Prints how many targets are met. */
export function printSummary(rows: Row[]): void {
	const targets = rows.flatMap(({ target }) => target ?? []);
	const met = targets.filter(({ isMet }) => isMet).length;
	say();
	say(`${targets.length} targets, ${met} met`);
	for (const row of rows) {
		if (row.target && !row.target.isMet) say(`   ✘ ${row.title}: ${verdict(row)}`);
	}
}
