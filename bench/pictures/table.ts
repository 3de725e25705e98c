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

/** Profiles as tables: how many seconds each contestant spends where, for each kind of work. */
export function profileTables(rows: Row[]): string {
	const works = new Set(rows.map(({ title }) => title.split(': ')[0]));
	return [...works]
		.map((work) =>
			profileTable(
				work,
				rows.filter(({ title }) => title.startsWith(`${work}: `)),
			),
		)
		.join('\n\n');
}

function profileTable(work: string, rows: Row[]): string {
	const [{ columns: first }] = rows;
	const lines = rows
		.filter(({ columns }) => columns.some(({ values }) => median(values) >= 0.1))
		.map(({ title, columns }) => {
			const place = title.slice(work.length + 2);
			return `| ${place} | ${columns.map(({ values }) => shown(median(values))).join(' | ')} |`;
		});
	return [
		`| ${work} | ${first.map(({ contestant }) => `${contestant} (s)`).join(' | ')} |`,
		`| --- | ${first.map(() => '---:').join(' | ')} |`,
		...lines,
	].join('\n');
}
