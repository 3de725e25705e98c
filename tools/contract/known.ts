/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- tools run on Node itself, never inside n8n */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const FILE = join(__dirname, 'known.txt');

/** The differences that somebody has looked at and found right, one a line. */
export async function knownDifferences(): Promise<string[]> {
	const text = await readFile(FILE, 'utf8');
	return text.split('\n').filter((line) => line !== '');
}

/** Makes differences the known ones. */
export async function acceptDifferences(lines: string[]): Promise<void> {
	await writeFile(FILE, lines.map((line) => `${line}\n`).join(''));
}

/** What is not as it was: new differences, and known ones that are there no longer. */
export function newsIn(lines: string[], known: string[]): string[] {
	const settled = known.filter((line) => !lines.includes(line));
	return [
		...lines.filter((line) => !known.includes(line)),
		...settled.map((line) => `no longer so: ${line}`),
	];
}
