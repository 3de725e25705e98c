import { finished, newestExecution } from '../../../demo/executions';
import type { Checks } from '../findings';
import type { Stage } from '../stage';
import { chatNode, published, webhook, workflowOf } from '../workflows';
import { askWatching, checkStreamed, SLOW_TOKENS } from './streaming';

const PATH = 'e2e-streaming';
const CHAT = 'Reply';
const EXECUTION_MS = 30_000;

/** A published webhook hands the answer of the chat node on while it is being written. */
export async function streamingWebhook(stage: Stage, checks: Checks): Promise<void> {
	const { n8n, sandbox, credentialId } = stage;
	sandbox.configure(SLOW_TOKENS);
	const fields: [string, string] = ['={{ $json.body.user }}', '={{ $json.body.message }}'];
	const workflow = await published(
		n8n,
		workflowOf('Webhook that streams', [
			webhook('Webhook', PATH, 'streaming'),
			chatNode(CHAT, credentialId, fields),
		]),
	);
	const message = 'Which tent keeps dry?';
	const reply = await askWatching(stage, `/webhook/${PATH}`, { user: 'ada', message });
	checkStreamed(checks, reply, message);
	checks.note(`${reply.pieces.length} pieces, ${reply.contentType || 'no content type'}`);
	const id = await newestExecution(n8n, workflow.id);
	const execution = await finished(n8n, id, EXECUTION_MS);
	checks.same('the execution succeeds', execution.status, 'success');
	const [item] = execution.items(CHAT);
	checks.same('the stream is the output of the node', reply.pieces.join(''), item?.json.output);
}
