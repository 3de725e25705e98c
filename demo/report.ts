import type { Counters } from '../sandbox/server';
import { say, spoken } from './progress';

/** What a job found. */
export interface Findings {
	/** What went in and what came out, as lines to read. */
	lines: string[];
	/** Each thing that has to be true, in words, and whether it is. */
	checks: Array<[text: string, holds: boolean]>;
}

/** What became of one job. */
export interface JobResult extends Findings {
	name: string;
	milliseconds: number;
}

/** A job has passed when it checked something and everything held. */
export function hasPassed({ checks }: Findings): boolean {
	return checks.length > 0 && checks.every(([, holds]) => holds);
}

/** Shortens a text for a line of the report. */
export function short(text: string, length = 95): string {
	const line = text.replace(/\s+/g, ' ').trim();
	return line.length <= length ? line : `${line.slice(0, length - 1)}…`;
}

/** What is left of a job that broke off. */
export function brokenOff(error: unknown): Findings {
	const message = error instanceof Error ? error.message : String(error);
	return { lines: [], checks: [[`broke off: ${message}`, false]] };
}

/** Prints a job: what went in, what came out, and the verdict. */
export function printJob(result: JobResult): void {
	const { name, lines, checks, milliseconds } = result;
	say();
	say(`── ${name} ${'─'.repeat(Math.max(3, 76 - name.length))}`);
	for (const line of lines) say(`   ${line}`);
	for (const [text, holds] of checks) say(`   ${holds ? '✔' : '✘'} ${text}`);
	say(`   ${hasPassed(result) ? 'PASSED' : 'FAILED'} in ${spoken(milliseconds)}`);
}

/** Prints what the sandbox saw of the package's requests. */
export function printCounters({ requests, peakInFlight, contractViolations }: Counters): void {
	say();
	say(
		`The sandbox counted ${requests.total} requests, ${peakInFlight} at a time at most, ` +
			`${contractViolations === 0 ? 'none' : contractViolations} against the API’s contract.`,
	);
}

/** Prints the last line of the report. Gives whether every job passed. */
export function printVerdict(results: JobResult[]): boolean {
	const passed = results.filter(hasPassed).length;
	const failed = results.length - passed;
	say();
	say(`${results.length} jobs, ${passed} passed${failed > 0 ? `, ${failed} failed` : ''}`);
	return failed === 0;
}
