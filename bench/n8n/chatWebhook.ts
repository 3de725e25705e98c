import { askForStream } from '../../demo/jobs/stream';
import type { N8nApi } from '../../demo/n8nApi';
import { credential } from '../contestants/credentials';
import { inLine } from './workflow';
import type { NodeDescription, Workflow } from './workflow';

/** A webhook that starts a workflow. */
export function webhook(path: string, responseMode: 'streaming' | 'lastNode'): NodeDescription {
	return {
		type: 'n8n-nodes-base.webhook',
		typeVersion: 2.1,
		parameters: { httpMethod: 'POST', path, responseMode, options: {} },
		webhookId: `${path}-webhook`,
	};
}

/** A chat that answers a webhook token by token, as the example `chat-reply-webhook.json` does. */
export const chatWorkflow: Workflow = inLine('Chat by webhook', [
	webhook('chat', 'streaming'),
	{
		type: 'n8n-nodes-ondemand.onDemandChat',
		typeVersion: 1,
		parameters: {
			resource: 'message',
			operation: 'send',
			sessionMode: 'latest',
			externalUserId: '={{ $json.body.user }}',
			query: '={{ $json.body.message }}',
			endpointId: { __rl: true, mode: 'id', value: 'predefined-claude-fable-5.1' },
			responseMode: 'stream',
			options: {},
		},
		credentials: credential('onDemandApi'),
	},
]);

/** How long a reply took, in milliseconds. */
export interface Reply {
	/** From the question to the end of the answer. */
	whole: number;
	/** From the moment in which the server wrote the first token to the moment in which it was read. */
	firstToken: number;
}

/** Asks by the webhook and reads the answer. */
export async function ask(api: N8nApi, user: string): Promise<Reply> {
	const began = performance.now();
	let firstToken: number | undefined;
	await askForStream(api, '/webhook/chat', { user, message: 'Which tent?' }, (text) => {
		firstToken ??= performance.timeOrigin + performance.now() - Number(text.trim());
	});
	if (firstToken === undefined) throw new Error('The chat gave no answer');
	return { whole: performance.now() - began, firstToken };
}
