import { finished, newestExecution } from '../../../demo/executions';
import { framesOf } from '../../../demo/jobs/stream';
import type { Checks } from '../findings';
import type { Stage } from '../stage';
import { chatNode, published, webhook, workflowOf } from '../workflows';
import { checkStopped, untilSeen } from './watch';

const PATH = 'e2e-stop-chat';
const TOKEN_MS = 700;
const EXECUTION_MS = 30_000;

/** A streamed answer is stopped after its first words. */
export async function stoppedChat(stage: Stage, checks: Checks): Promise<void> {
	const { n8n, sandbox, credentialId } = stage;
	sandbox.configure({ tokenDelayMs: TOKEN_MS });
	const workflow = await published(
		n8n,
		workflowOf('Chat to be stopped', [
			webhook('Webhook', PATH, 'streaming'),
			chatNode('Reply', credentialId, ['={{ $json.body.user }}', '={{ $json.body.message }}']),
		]),
	);
	const disconnects = sandbox.counters().clientDisconnects;
	const question = { user: 'stopped', message: 'Tell me everything.' };
	const response = await n8n.fetch('POST', `/webhook/${PATH}`, question);
	if (!response.body) throw new Error('The webhook gave no stream');
	const frames = framesOf(response.body);
	let words = '';
	while (words === '') {
		const { value, done } = await frames.next();
		if (done) throw new Error('The stream ended before its first word');
		if (value.type === 'item') words = String(value.content);
	}
	await untilSeen(stage, ({ inFlight }) => inFlight > 0);
	const id = await newestExecution(n8n, workflow.id);
	await checkStopped(stage, checks, id);
	const broken = sandbox.counters().clientDisconnects - disconnects;
	checks.same('streams that were left', broken, 1);
	const { status } = await finished(n8n, id, EXECUTION_MS);
	checks.same('status of the execution', status, 'canceled');
	await frames.return(undefined);
	sandbox.configure({ tokenDelayMs: 2 });
}
