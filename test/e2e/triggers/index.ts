import { findChromium, NO_CHROMIUM, withBrowser } from '../editor/browser';
import { prove, skipped } from '../findings';
import type { Checks, Finding } from '../findings';
import type { Stage } from '../stage';
import { chatPage } from './chatPage';
import { conversation } from './chatTrigger';
import { respondToWebhook } from './respond';
import { schedule } from './schedule';
import { streamingWebhook } from './webhook';

type Proof = [what: string, work: (stage: Stage, checks: Checks) => Promise<void>];

const FAST: Proof[] = [
	['a webhook streams while the answer is written', streamingWebhook],
	['Respond to Webhook: the answer, and an error with its status', respondToWebhook],
];

const FULL: Proof[] = [
	...FAST,
	['a public chat streams and remembers its visitors', conversation],
	['a schedule starts a batch', schedule],
];

/** Proves what callers of n8n's triggers receive, and when. */
export async function triggers(stage: Stage, isFast: boolean): Promise<Finding[]> {
	await stage.sandbox.reset();
	const findings: Finding[] = [];
	for (const [what, work] of isFast ? FAST : FULL) {
		const proof = async (checks: Checks) => await work(stage, checks);
		findings.push(await prove('triggers', what, proof, stage.signal));
	}
	if (!isFast) findings.push(await hostedPage(stage));
	return findings;
}

async function hostedPage(stage: Stage): Promise<Finding> {
	const program = findChromium();
	if (program === undefined) return skipped('triggers', NO_CHROMIUM);
	return await prove(
		'triggers',
		'the hosted chat page shows the answer as it grows',
		async (checks) =>
			await withBrowser(program, stage, async (context) => await chatPage(stage, checks, context)),
		stage.signal,
	);
}
