import { objectsOf } from '../../../demo/n8nApi';
import type { Checks } from '../findings';
import type { Stage } from '../stage';
import { chatNode, published, workflowOf } from '../workflows';
import { askWatching, checkStreamed, SLOW_TOKENS } from './streaming';

/**
 * A public chat that streams and remembers its visitors.
 *
 * @returns where its page is, and where the page sends what is said
 */
export async function publishChat(
	{ n8n, sandbox, credentialId }: Stage,
	webhookId: string,
): Promise<string> {
	sandbox.configure(SLOW_TOKENS);
	const trigger = {
		name: 'When a chat message comes',
		type: '@n8n/n8n-nodes-langchain.chatTrigger',
		typeVersion: 1.4,
		webhookId,
		parameters: { public: true, options: { responseMode: 'streaming' } },
	};
	const fields: [string, string] = ['={{ $json.sessionId }}', '={{ $json.chatInput }}'];
	await published(
		n8n,
		workflowOf('Public chat', [trigger, chatNode('Reply', credentialId, fields)]),
	);
	return `/webhook/${webhookId}/chat`;
}

/** Two messages of one visitor are one conversation; another visitor has a conversation of their own. */
export async function conversation(stage: Stage, checks: Checks): Promise<void> {
	const { sandbox } = stage;
	const path = await publishChat(stage, 'e2e-chat');
	const said: string[] = [];
	const ask = async (sessionId: string, chatInput: string) => {
		const body = { action: 'sendMessage', sessionId, chatInput };
		const reply = await askWatching(stage, path, body);
		checkStreamed(checks, reply, chatInput);
		said.push(reply.pieces.join(''));
	};
	const before = sandbox.counters().sessionsCreated;
	await ask('visitor-one', 'My name is Ada.');
	await ask('visitor-one', 'What is my name?');
	await ask('visitor-two', 'Do you know me?');
	const [first, second, stranger] = said;
	checks.holds('first message', first, 'This session holds 1 message ');
	checks.holds('second message of the same visitor', second, 'This session holds 2 messages');
	checks.holds('another visitor', stranger, 'This session holds 1 message ');
	checks.same('sessions', sandbox.counters().sessionsCreated - before, 2);
	const users = sandbox.requests().filter(({ operationId }) => operationId === 'createChatSession');
	const named = objectsOf(users.map(({ body }) => body)).map(
		({ externalUserId }) => externalUserId,
	);
	checks.same('named by the page’s session IDs', named.slice(-2), ['visitor-one', 'visitor-two']);
}
