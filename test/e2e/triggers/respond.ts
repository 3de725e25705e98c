import { isObject } from '../../../sandbox/narrow';
import type { JsonObject } from '../../../sandbox/narrow';
import { models } from '../editor/fill';
import type { Checks } from '../findings';
import type { Stage } from '../stage';
import { chatNode, published, webhook, workflowOf } from '../workflows';
import type { Part } from '../workflows';

const PATH = 'e2e-respond';

function respond(
	name: string,
	respondWith: string,
	responseBody: string,
	options: JsonObject,
): Part {
	return {
		name,
		type: 'n8n-nodes-base.respondToWebhook',
		typeVersion: 1.4,
		parameters: { respondWith, responseBody, options },
	};
}

function contentType(value: string): JsonObject {
	return { entries: [{ name: 'content-type', value }] };
}

async function publishWorkflow({ n8n, credentialId }: Stage): Promise<void> {
	const chat = chatNode(
		'Reply',
		credentialId,
		['={{ $json.body.user }}', '={{ $json.body.message }}'],
		{ onError: 'continueErrorOutput' },
	);
	chat.parameters.endpointId = { __rl: true, mode: 'id', value: '={{ $json.body.model }}' };
	const problem = '={{ { error: $json.error, message: $json.message, user: $json.body.user } }}';
	const parts = [
		webhook('Webhook', PATH, 'responseNode'),
		chat,
		respond('Answer', 'text', '={{ $json.output }}', {
			responseCode: 201,
			responseHeaders: contentType('text/plain; charset=utf-8'),
		}),
		respond('Problem', 'json', problem, {
			responseCode: '={{ Number($json.details.httpCode) }}',
			responseHeaders: contentType('application/problem+json'),
		}),
	];
	await published(
		n8n,
		workflowOf('Webhook with Respond to Webhook', parts, [
			['Webhook', 'Reply'],
			['Reply', 'Answer', 0],
			['Reply', 'Problem', 1],
		]),
	);
}

/** The caller of a webhook reads the plain answer, or the reason and a status of its own. */
export async function respondToWebhook(stage: Stage, checks: Checks): Promise<void> {
	const { n8n, sandbox } = stage;
	await publishWorkflow(stage);
	const ask = async (model: string) =>
		await n8n.fetch('POST', `/webhook/${PATH}`, { user: 'grace', message: 'Hello?', model });

	const answer = await ask(models.active.id);
	checks.same('status', answer.status, 201);
	checks.same('content type', answer.headers.get('content-type'), 'text/plain; charset=utf-8');
	checks.holds('answer', await answer.text(), 'You asked: “Hello?”.', '→ Réponse complète ✅');

	const before = sandbox.counters().queriesAccepted;
	const refusal = await ask(models.inactive);
	checks.same('status of an error', refusal.status, 400);
	const type = refusal.headers.get('content-type') ?? '';
	checks.holds('content type of an error', type, 'application/problem+json');
	const told: unknown = await refusal.json();
	const { error, message, user } = isObject(told) ? told : {};
	checks.holds('what OnDemand said', String(message), models.inactive, 'is not active');
	checks.same('the error item keeps its input', user, 'grace');
	checks.note(`the caller of a model that is not active reads: ${String(error)}`);
	checks.same('nothing was asked', sandbox.counters().queriesAccepted, before);
}
