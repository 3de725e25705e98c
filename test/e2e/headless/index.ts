import { putExamples } from '../../../demo/examples';
import type { Examples } from '../../../demo/examples';
import { jobs } from '../../../demo/jobs';
import { step } from '../../../demo/progress';
import type { Step } from '../../../demo/progress';
import { prove } from '../findings';
import type { Finding } from '../findings';
import type { Stage } from '../stage';

/** About what the real API takes for a token and for a request over the internet. */
const PACE = { tokenDelayMs: 40, latencyMs: 50 };

const silent: Step = { now: () => undefined, live: () => undefined, note: () => undefined };

async function examplesIn({ n8n, layout, credentialId }: Stage): Promise<Examples> {
	return await step('The example workflows', async (progress) => {
		return await putExamples(n8n, layout, credentialId, progress);
	});
}

/** Proves that the examples do what they promise: streaming, item links, the error output, files. */
export async function headless(stage: Stage): Promise<Finding[]> {
	const { n8n, sandbox, layout, signal } = stage;
	await sandbox.reset();
	sandbox.configure(PACE);
	const { url, apiKey, counters } = sandbox;
	const api = { url, apiKey, counters, stop: async () => {} };
	const examples = await examplesIn(stage);
	const context = { n8nApi: n8n, examples, api, folder: layout.folder, step: silent };
	const findings: Finding[] = [];
	for (const { name, run } of jobs) {
		const finding = await prove(
			'headless',
			name,
			async (checks) => {
				const { checks: found } = await run(context);
				checks.list.push(...found);
				const { contractViolations } = counters();
				checks.same('requests against the API’s contract', contractViolations, 0);
			},
			signal,
		);
		findings.push(finding);
	}
	return findings;
}
