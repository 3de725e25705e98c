/* eslint-disable @n8n/community-nodes/no-restricted-imports -- tests run in Node, never inside n8n */
import { resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { say } from '../../../demo/progress';
import { prove, skipped } from '../findings';
import type { Finding } from '../findings';
import type { Stage } from '../stage';
import { findChromium, NO_CHROMIUM, withEditor } from './browser';
import { fill } from './fill';
import { chat } from './nodes/chat';
import { credential } from './nodes/credential';
import { media } from './nodes/media';
import type { NodeProof } from './nodes/node';
import { plugins } from './nodes/plugins';
import { refusal } from './nodes/refusal';
import { speech } from './nodes/speech';
import { translate } from './nodes/translate';

const PROOFS: NodeProof[] = [chat, media, plugins, speech, translate, refusal, credential];

/** Proves that each node can be used in n8n's editor. */
export async function editor(stage: Stage): Promise<Finding[]> {
	const { sandbox, signal } = stage;
	const program = findChromium();
	if (program === undefined) return [skipped('editor', NO_CHROMIUM)];
	await sandbox.reset();
	await fill(sandbox);
	return await withEditor(program, stage, async (page) => {
		const findings: Finding[] = [];
		for (const { what, prove: work } of PROOFS) {
			const proof = await prove(
				'editor',
				what,
				async (checks) => await work({ page, stage, checks }),
				signal,
			);
			if (proof.verdict === 'failed') await keepPicture(page, stage, what);
			findings.push(proof);
		}
		return findings;
	});
}

/** What the editor showed when something failed. */
async function keepPicture(page: Page, { layout }: Stage, what: string): Promise<void> {
	const name = what.replace(/\W+/g, '-').toLowerCase();
	const path = resolve(layout.folder, 'failed', `${name}.png`);
	await page.screenshot({ path });
	say(`    see ${path}`);
}
