import { finished } from '../../../demo/executions';
import type { Checks } from '../findings';
import type { Stage } from '../stage';
import { code, manualTrigger, ownNode, workflowOf } from '../workflows';
import { checkStopped, untilSeen } from './watch';

const TRIGGER = 'Start';
const ROWS = 1000;
const LATENCY_MS = 3000;
const EXECUTION_MS = 30_000;

const MAKE_ROWS = `return Array.from({ length: ${ROWS} }, (_, index) => ({ json: { text: 'Stop ' + index } }));`;

/** A batch whose requests take seconds is stopped while many of them run and more wait. */
export async function stoppedBatch(stage: Stage, checks: Checks): Promise<void> {
	const { n8n, sandbox, credentialId } = stage;
	sandbox.configure({ latencyMs: LATENCY_MS });
	const workflow = await n8n.createWorkflow(
		workflowOf('Batch to be stopped', [
			manualTrigger(TRIGGER),
			code('Rows', MAKE_ROWS),
			ownNode('onDemandTranslate', 'Translate', credentialId, {
				operation: 'translate',
				text: '={{ $json.text }}',
				targetLanguages: ['es'],
			}),
		]),
	);
	const id = await n8n.execute(workflow, TRIGGER);
	await untilSeen(stage, ({ inFlight }) => inFlight >= 20);
	// While n8n reads the credential for each item, whoever else asks its database waits, a stop too.
	await n8n.workflows();
	await checkStopped(stage, checks, id);
	const { status } = await finished(n8n, id, EXECUTION_MS);
	checks.same('status of the execution', status, 'canceled');
	const sent = sandbox.counters().requests.byOperation.translateText ?? 0;
	checks.that(`${sent} of ${ROWS} were sent, fewer than all`, sent < ROWS);
	sandbox.configure({ latencyMs: 0 });
}
