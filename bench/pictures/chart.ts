/** A line of a chart. */
export interface Line {
	name: string;
	colour: string;
	points: Array<[x: number, y: number]>;
	/** Whether it is something to compare with, not something measured. */
	isDashed?: boolean;
	/** Whether each point was measured by itself and is marked. */
	hasDots?: boolean;
}

/** A chart with its two axes. */
export interface Panel {
	title: string;
	xLabel: string;
	yLabel: string;
	lines: Line[];
	/** How far the time or number goes; as far as the lines unless given. */
	xMaximum?: number;
}

const PANEL = { height: 240, left: 62, right: 28, top: 34, bottom: 46 };
const HEAD = 40;
const TEXT = 'font-family="system-ui, sans-serif" fill="#24292f"';
const TICKS = 5;

/**
 * Draws charts side by side, with one legend for all of them. The picture has a background of its own, so
 * that it can be read on a light page and on a dark one.
 *
 * @param columns how many charts stand side by side
 * @param panelWidth pixels of one chart
 * @returns the text of an SVG file
 */
export function picture(panels: Panel[], columns: number, panelWidth: number): string {
	const width = columns * panelWidth;
	const height = HEAD + Math.ceil(panels.length / columns) * PANEL.height;
	const drawn = panels.map((panel, index) => {
		const x = (index % columns) * panelWidth;
		const y = HEAD + Math.floor(index / columns) * PANEL.height;
		return `<g transform="translate(${x} ${y})">${drawnPanel(panel, panelWidth)}</g>`;
	});
	return [
		`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
		`<rect width="${width}" height="${height}" rx="8" fill="#ffffff"/>`,
		legend(panels.flatMap(({ lines }) => lines)),
		...drawn,
		'</svg>\n',
	].join('\n');
}

function legend(lines: Line[]): string {
	const names = new Map(lines.map((line) => [line.name, line]));
	let x = 20;
	const entries = [...names.values()].map((line) => {
		const start = x;
		x += 50 + line.name.length * 7.2;
		return (
			`<path d="M${start} 22h24" ${stroke(line)}/>` +
			`<text x="${start + 30}" y="26" font-size="13" ${TEXT}>${escaped(line.name)}</text>`
		);
	});
	return entries.join('\n');
}

function drawnPanel(panel: Panel, width: number): string {
	const { title, xLabel, yLabel, lines, xMaximum = 0 } = panel;
	const { height, left, right, top, bottom } = PANEL;
	const points = lines.flatMap((line) => line.points);
	const xTicks = ticks(Math.max(xMaximum, ...points.map(([x]) => x)));
	const yTicks = ticks(Math.max(...points.map(([, y]) => y)));
	const inner = { width: width - left - right, height: height - top - bottom };
	const xOf = (value: number) => left + (value / last(xTicks)) * inner.width;
	const yOf = (value: number) => top + inner.height - (value / last(yTicks)) * inner.height;
	const base = top + inner.height;
	return [
		`<text x="${left}" y="18" font-size="14" font-weight="600" ${TEXT}>${escaped(title)}</text>`,
		...yTicks.map(
			(tick) =>
				`<path d="M${left} ${round(yOf(tick))}h${inner.width}" stroke="#d0d7de"/>` +
				`<text x="${left - 6}" y="${round(yOf(tick) + 4)}" font-size="11" text-anchor="end" ${TEXT}>${label(tick)}</text>`,
		),
		...xTicks.map(
			(tick) =>
				`<path d="M${round(xOf(tick))} ${base}v4" stroke="#57606a"/>` +
				`<text x="${round(xOf(tick))}" y="${base + 17}" font-size="11" text-anchor="middle" ${TEXT}>${label(tick)}</text>`,
		),
		`<path d="M${left} ${base}h${inner.width}" stroke="#57606a"/>`,
		`<text x="${left + inner.width / 2}" y="${base + 35}" font-size="12" text-anchor="middle" ${TEXT}>${escaped(xLabel)}</text>`,
		`<text transform="translate(16 ${top + inner.height / 2}) rotate(-90)" font-size="12" text-anchor="middle" ${TEXT}>${escaped(yLabel)}</text>`,
		...lines.map((line) => drawnLine(line, xOf, yOf)),
	].join('\n');
}

function drawnLine(
	line: Line,
	xOf: (value: number) => number,
	yOf: (value: number) => number,
): string {
	const places = line.points.map(([x, y]) => [round(xOf(x)), round(yOf(y))]);
	const path = `<path d="M${places.map((place) => place.join(' ')).join('L')}" ${stroke(line)}/>`;
	const dots = places.map(([x, y]) => `<circle cx="${x}" cy="${y}" r="3" fill="${line.colour}"/>`);
	return line.hasDots ? path + dots.join('') : path;
}

function stroke({ colour, isDashed }: Line): string {
	const dashes = isDashed ? ' stroke-dasharray="5 4"' : '';
	return `fill="none" stroke="${colour}" stroke-width="2" stroke-linejoin="round"${dashes}`;
}

/** Round values from 0 up to the first one that is not below a maximum. */
function ticks(maximum: number): number[] {
	const rough = Math.max(maximum, Number.MIN_VALUE) / TICKS;
	const power = 10 ** Math.floor(Math.log10(rough));
	const step = [1, 2, 2.5, 5, 10].map((factor) => factor * power).find((size) => size >= rough);
	const size = step ?? rough;
	return Array.from({ length: Math.ceil(maximum / size) + 1 }, (_, index) => index * size);
}

function last(values: number[]): number {
	return values[values.length - 1];
}

function round(value: number): number {
	return Number(value.toFixed(1));
}

function label(value: number): string {
	return Number(value.toPrecision(6)).toLocaleString('en');
}

function escaped(text: string): string {
	return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
