import { brokenOff, hasPassed, short } from '../../demo/report';
import { say, spoken } from '../../demo/progress';

/** One thing that a layer has proven or not. */
export interface Finding {
	layer: string;
	what: string;
	milliseconds: number;
	verdict: 'passed' | 'failed' | 'skipped';
	/** Each thing that did not hold, in words. */
	reasons: string[];
}

/** Collects checks; each one names what has to be true. */
export class Checks {
	readonly list: Array<[text: string, holds: boolean]> = [];

	/** What is told beside the verdict. */
	readonly notes: string[] = [];

	/** Checks that something holds. */
	that(text: string, holds: boolean): void {
		this.list.push([text, holds]);
	}

	/** Checks that two values are the same, and shows both when they are not. */
	same(text: string, found: unknown, expected: unknown): void {
		const [left, right] = [JSON.stringify(found) ?? 'nothing', JSON.stringify(expected)];
		this.that(
			left === right ? text : `${text}: ${short(left, 300)} is not ${right}`,
			left === right,
		);
	}

	/** Checks that a text holds each of some words, and shows the text when it does not. */
	holds(text: string, found: string, ...expected: string[]): void {
		for (const part of expected) {
			const isThere = found.includes(part);
			this.that(isThere ? text : `${text}: no “${part}” in “${short(found, 400)}”`, isThere);
		}
	}

	note(text: string): void {
		this.notes.push(text);
	}
}

/** Does a piece of work and prints what became of it. Nothing that goes wrong in it stops the others. */
export async function prove(
	layer: string,
	what: string,
	work: (checks: Checks) => Promise<void>,
	signal: AbortSignal,
): Promise<Finding> {
	signal.throwIfAborted();
	const began = Date.now();
	const checks = new Checks();
	try {
		await work(checks);
	} catch (error) {
		signal.throwIfAborted();
		checks.list.push(...brokenOff(error).checks);
	}
	const milliseconds = Date.now() - began;
	const verdict = hasPassed({ lines: [], checks: checks.list }) ? 'passed' : 'failed';
	const reasons = checks.list.filter(([, holds]) => !holds).map(([text]) => text);
	say(`${verdict === 'passed' ? '✔' : '✘'} ${layer}: ${what}  (${spoken(milliseconds)})`);
	for (const text of [...checks.notes, ...reasons]) say(`    ${text}`);
	return { layer, what, milliseconds, verdict, reasons };
}

/** Something that cannot be proven on this computer, and why. */
export function skipped(layer: string, what: string): Finding {
	say(`– ${layer}: ${what}`);
	return { layer, what, milliseconds: 0, verdict: 'skipped', reasons: [] };
}

/** Prints the table and the last line. Gives whether nothing failed. */
export function printTable(findings: Finding[]): boolean {
	const width = Math.max(4, ...findings.map(({ what }) => what.length));
	const row = (layer: string, what: string, seconds: string, verdict: string) =>
		say(`${layer.padEnd(12)}${what.padEnd(width + 2)}${seconds.padStart(7)}  ${verdict}`);
	say();
	row('layer', 'what', 'seconds', 'verdict');
	for (const { layer, what, milliseconds, verdict } of findings) {
		row(layer, what, (milliseconds / 1000).toFixed(1), verdict);
	}
	const count = (sought: Finding['verdict']) =>
		findings.filter(({ verdict }) => verdict === sought).length;
	say();
	say(`${count('passed')} passed, ${count('failed')} failed, ${count('skipped')} skipped`);
	return count('failed') === 0;
}
