import type { WorkflowContent } from '../../../demo/n8nApi';
import type { JsonObject } from '../../../sandbox/narrow';
import { chatNode, code, ownNode, published, webhook, workflowOf } from '../workflows';
import type { Part } from '../workflows';
import type { Cluster } from './cluster';

/** The rows of the batch, in how many executions they are translated, and how many of these at a time. */
export const BATCH = { rows: 4000, parts: 20, atOnce: 20 };

/** What the sandbox lets through of it. */
export const LIMIT = { family: 'services', capacity: 100, perSecond: 100 };

/** The paths of the webhooks. */
export const paths = { chat: 'queue-chat', part: 'queue-part', lookUp: 'queue-look-up' };

/** The names of the workflows, by which n8n lists their executions. */
export const titles = {
	chat: 'Chat by webhook',
	part: 'Part of the batch',
	rows: 'Translate rows',
	error: 'After an error',
};

const MAKE_ROWS = `const { first, count, run } = $input.first().json.body;
return Array.from({ length: count }, (_, index) => ({
	json: { row: first + index, text: run + ' row ' + (first + index) },
}));`;

function translation(credentialId: string): WorkflowContent {
	const trigger: Part = {
		name: 'When called',
		type: 'n8n-nodes-base.executeWorkflowTrigger',
		typeVersion: 1.1,
		parameters: { inputSource: 'passthrough' },
	};
	const translate = ownNode('onDemandTranslate', 'Translate', credentialId, {
		operation: 'translateFields',
		fields: 'text',
		targetLanguages: ['es'],
	});
	return workflowOf(titles.rows, [trigger, translate]);
}

function partOfBatch(translationId: string): WorkflowContent {
	const call: Part = {
		name: 'Translate them elsewhere',
		type: 'n8n-nodes-base.executeWorkflow',
		typeVersion: 1.2,
		parameters: {
			source: 'database',
			workflowId: { __rl: true, mode: 'id', value: translationId },
			mode: 'once',
			options: { waitForSubWorkflow: true },
		},
	};
	const parts = [webhook('Webhook', paths.part, 'lastNode'), code('Rows', MAKE_ROWS), call];
	const [trigger] = parts;
	trigger.parameters.responseData = 'allEntries';
	return workflowOf(titles.part, parts);
}

/** Reads what a user said last, and what was answered. */
function lookUp(credentialId: string): WorkflowContent {
	const chat = (name: string, parameters: JsonObject) =>
		ownNode('onDemandChat', name, credentialId, { operation: 'getAll', limit: 1, ...parameters });
	const trigger = webhook('Webhook', paths.lookUp, 'lastNode');
	const session = chat('Session of the user', {
		resource: 'session',
		filters: { externalUserId: '={{ $json.body.user }}' },
	});
	const message = chat('Newest message', {
		resource: 'message',
		sessionId: { __rl: true, mode: 'id', value: '={{ $json.id }}' },
	});
	return workflowOf('Look up a message', [trigger, session, message]);
}

/** Is started by n8n for each execution that ended with an error. */
function afterError(): WorkflowContent {
	const trigger: Part = {
		name: 'Error Trigger',
		type: 'n8n-nodes-base.errorTrigger',
		typeVersion: 1,
		parameters: {},
	};
	const nothing: Part = {
		name: 'Somebody is told',
		type: 'n8n-nodes-base.noOp',
		typeVersion: 1,
		parameters: {},
	};
	return workflowOf(titles.error, [trigger, nothing]);
}

/** Puts the workflows into n8n: a chat by webhook, and a batch whose parts call a sub-workflow. */
export async function publishAll({ n8n, credentialId }: Cluster): Promise<void> {
	const { id: errorWorkflow } = await published(n8n, afterError());
	const publishWatched = async (content: WorkflowContent) =>
		await published(n8n, { ...content, settings: { ...content.settings, errorWorkflow } });
	const { id } = await published(n8n, translation(credentialId));
	await publishWatched(partOfBatch(id));
	await published(n8n, lookUp(credentialId));
	const fields: [string, string] = ['={{ $json.body.user }}', '={{ $json.body.message }}'];
	const chat = [
		webhook('Webhook', paths.chat, 'streaming'),
		chatNode('Reply', credentialId, fields),
	];
	await publishWatched(workflowOf(titles.chat, chat));
}
