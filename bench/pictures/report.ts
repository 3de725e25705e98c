/* eslint-disable @n8n/community-nodes/no-restricted-imports -- the benchmarks run in Node, never inside n8n */
import { readFile } from 'node:fs/promises';
import { isObject } from '../../sandbox/narrow';
import type { Report } from '../run';

/**
 * Reads the figures that `npm run bench -- --json FILE` wrote.
 *
 * @throws Error when the file is none of those
 */
export async function readReport(file: string): Promise<Report> {
	const report: unknown = JSON.parse(await readFile(file, 'utf8'));
	if (isReport(report)) return report;
	throw new Error(`${file} does not hold the figures of the benchmarks`);
}

function isReport(value: unknown): value is Report {
	return isObject(value) && Array.isArray(value.measured) && isObject(value.machine);
}
