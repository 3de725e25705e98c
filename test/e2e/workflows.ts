import { untilPublished } from '../../demo/examples';
import type { N8nApi, StoredWorkflow, WorkflowContent } from '../../demo/n8nApi';
import type { JsonObject } from '../../sandbox/narrow';
import { models } from './editor/fill';
import { credentialName } from './stage';

const STEP = 240;

/** A node of a workflow, without its place. */
export interface Part extends JsonObject {
	name: string;
	type: string;
	typeVersion: number;
	parameters: JsonObject;
}

/** From which node to which, by which output and into which input. */
export type Link = [from: string, to: string, output?: number, input?: number];

/** A workflow of some nodes; one after the other unless links say otherwise. */
export function workflowOf(name: string, parts: Part[], links?: Link[]): WorkflowContent {
	const chain = parts.slice(1).map(({ name: to }, index): Link => [parts[index].name, to]);
	const connections: Record<string, { main: JsonObject[][] }> = {};
	for (const [from, to, output = 0, index = 0] of links ?? chain) {
		const { main } = (connections[from] ??= { main: [] });
		while (main.length <= output) main.push([]);
		main[output].push({ node: to, type: 'main', index });
	}
	return {
		name,
		nodes: parts.map((part, index) => ({ position: [index * STEP, 0], ...part })),
		connections,
		settings: { executionOrder: 'v1' },
	};
}

/** A node of the package with its credential. */
export function ownNode(
	type: string,
	name: string,
	credentialId: string,
	parameters: JsonObject,
	more: JsonObject = {},
): Part {
	return {
		name,
		type: `n8n-nodes-ondemand.${type}`,
		typeVersion: 1,
		parameters,
		credentials: { onDemandApi: { id: credentialId, name: credentialName } },
		...more,
	};
}

/** OnDemand Chat, sending what `message` gives for the user that `user` gives. */
export function chatNode(
	name: string,
	credentialId: string,
	[user, message]: [user: string, message: string],
	more: JsonObject = {},
): Part {
	const parameters = {
		resource: 'message',
		operation: 'send',
		sessionMode: 'latest',
		externalUserId: user,
		query: message,
		endpointId: { __rl: true, mode: 'id', value: models.active.id },
	};
	return ownNode('onDemandChat', name, credentialId, parameters, more);
}

/** A webhook that is called with POST. Its ID is its path. */
export function webhook(name: string, path: string, responseMode: string): Part {
	return {
		name,
		type: 'n8n-nodes-base.webhook',
		typeVersion: 2.1,
		webhookId: path,
		parameters: { httpMethod: 'POST', path, responseMode, options: {} },
	};
}

/** A node that carries out JavaScript, once for all items. */
export function code(name: string, jsCode: string): Part {
	return { name, type: 'n8n-nodes-base.code', typeVersion: 2, parameters: { jsCode } };
}

/** The trigger behind the editor's Execute button. */
export function manualTrigger(name: string): Part {
	return { name, type: 'n8n-nodes-base.manualTrigger', typeVersion: 1, parameters: {} };
}

/** Puts a workflow into n8n and waits until its triggers work. */
export async function published(n8n: N8nApi, content: WorkflowContent): Promise<StoredWorkflow> {
	const workflow = await n8n.createWorkflow(content);
	await n8n.publish(workflow);
	await untilPublished(n8n, workflow);
	return workflow;
}
