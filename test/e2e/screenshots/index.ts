/* eslint-disable @n8n/community-nodes/no-restricted-imports -- tests run in Node, never inside n8n */
import { mkdir } from 'node:fs/promises';
import { findChromium, NO_CHROMIUM, withEditor } from '../editor/browser';
import { fill } from '../editor/fill';
import { prove, skipped } from '../findings';
import type { Finding } from '../findings';
import type { Stage } from '../stage';
import { nodePictures } from './nodes';
import { otherPictures } from './others';

/** Takes the pictures of the documentation. */
export async function screenshots(stage: Stage, folder: string): Promise<Finding[]> {
	const { sandbox, signal } = stage;
	const program = findChromium();
	if (program === undefined) return [skipped('screenshots', NO_CHROMIUM)];
	await mkdir(folder, { recursive: true });
	await sandbox.reset();
	await fill(sandbox);
	return await withEditor(program, stage, async (page) => {
		const findings: Finding[] = [];
		for (const { file, take } of [...otherPictures, ...nodePictures]) {
			const work = prove(
				'screenshots',
				file,
				async (checks) => await take({ page, stage, checks, folder }),
				signal,
			);
			findings.push(await work);
		}
		return findings;
	});
}
