import { median } from '../statistics';
import type { Row } from '../measures/measure';
import { shown, spread } from '../report';

/** Rows as a table in Markdown: the package, its rivals, and what came of the target. */
export function table(rows: Row[]): string {
	const lines = rows.map((row) => {
		const { title, unit, columns, target } = row;
		const [own, ...rivals] = columns;
		const others = rivals.map(({ contestant, values }) => `${contestant}: ${spread(values)}`);
		const verdict = target
			? `${target.isMet ? '**met**' : '**not met**'}: ${target.reached} (${target.text})`
			: '';
		return `| ${title} | ${spread(own.values)} ${unit} | ${others.join('<br>')} | ${verdict} |`;
	});
	return [
		'| Measure | This package | Beside it | Target |',
		'| --- | --- | --- | --- |',
		...lines,
	].join('\n');
}

/** The profile: how many seconds each contestant spends where. */
export function profileTable(rows: Row[]): string {
	const [first] = rows;
	const names = first.columns.map(({ contestant }) => contestant);
	const lines = rows
		.filter(({ columns }) => columns.some(({ values }) => median(values) >= 0.1))
		.map(({ title, columns }) => {
			const place = title.split(': ')[1];
			return `| ${place} | ${columns.map(({ values }) => shown(median(values))).join(' | ')} |`;
		});
	return [
		`| Where | ${names.map((name) => `${name} (s)`).join(' | ')} |`,
		`| --- | ${names.map(() => '---:').join(' | ')} |`,
		...lines,
	].join('\n');
}
