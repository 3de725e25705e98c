import { chatEndpoint } from '../examples';
import { finished, newestExecution } from '../executions';
import { short } from '../report';
import type { Findings } from '../report';
import type { Job, JobContext } from './job';
import { askForStream, textOfAll } from './stream';
import type { Piece } from './stream';

const ANSWER_MS = 120_000;
const SHOWN_PIECES = 6;
const NODE = 'Reply with OnDemand';

interface Question {
	who: string;
	message: string;
	workflowId: string;
	path: string;
	body: Record<string, string>;
}

interface Reply extends Question {
	pieces: Piece[];
	answer: string;
	sessionId: string;
}

async function ask({ n8nApi, step }: JobContext, question: Question): Promise<Reply> {
	const { who, workflowId, path, body } = question;
	const pieces = await askForStream(n8nApi, path, body, (text) => step.live(`to ${who}: ${text}`));
	const executionId = await newestExecution(n8nApi, workflowId);
	const execution = await finished(n8nApi, executionId, ANSWER_MS);
	const [item] = execution.items(NODE);
	if (!item) throw new Error(execution.error ?? 'The workflow gave no answer');
	const { output, sessionId } = item.json;
	return { ...question, pieces, answer: String(output), sessionId: String(sessionId) };
}

function shown({ who, message, pieces, answer, sessionId }: Reply): string[] {
	const timed = ({ text, at }: Piece) => `${at} ${text.trim()}`;
	const first = pieces.slice(0, SHOWN_PIECES).map(timed);
	return [
		`in   ${who}: ${message}`,
		`out  ${short(answer)}`,
		`     ${pieces.length} pieces, milliseconds after the question:`,
		`     ${[...first, '…', ...pieces.slice(-1).map(timed)].join(' · ')}`,
		`     session ${sessionId}`,
	];
}

function cameBitByBit({ pieces, answer }: Reply): boolean {
	const [first, last] = [pieces[0], pieces.at(-1)];
	if (!first || !last) return false;
	return pieces.length > 2 && last.at > first.at && textOfAll(pieces) === answer;
}

async function run(context: JobContext): Promise<Findings> {
	const { chatWebhook, chatPage } = context.examples;
	const byWebhook = async (user: string, message: string) =>
		await ask(context, {
			who: `${user}, by webhook`,
			message,
			workflowId: chatWebhook.id,
			path: '/webhook/chat-reply',
			body: { user, message },
		});
	const onChatPage = async (sessionId: string, chatInput: string) =>
		await ask(context, {
			who: 'a visitor of the chat page',
			message: chatInput,
			workflowId: chatPage.id,
			path: await chatEndpoint(),
			body: { action: 'sendMessage', sessionId, chatInput },
		});

	const ada = await byWebhook('ada', 'Which tent is right for two people in the rain?');
	const adaAgain = await byWebhook('ada', 'And which one for four?');
	const grace = await byWebhook('grace', 'Do you remember me?');
	const visitor = await onChatPage('visitor-1', 'How do I wash a down sleeping bag?');
	const all = [ada, adaAgain, grace, visitor];
	return {
		lines: all.flatMap(shown),
		checks: [
			['every answer came bit by bit, and whole', all.every(cameBitByBit)],
			['Ada’s second message continued her session', ada.sessionId === adaAgain.sessionId],
			[
				'Grace and the visitor have sessions of their own',
				new Set(all.map(({ sessionId }) => sessionId)).size === 3,
			],
		],
	};
}

/** The chat: two users by webhook, one visitor of the chat page. */
export const chat: Job = { name: 'Chat reply', run };
