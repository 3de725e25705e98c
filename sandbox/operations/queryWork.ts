import { answerTo, metricsOf } from '../answer';
import type { Core } from '../core';
import { chatTime } from '../ids';
import type { TextMessage, WorkStatus } from '../state';

function finish(core: Core, message: TextMessage, status: WorkStatus): void {
	message.status = status;
	message.isBackgroundProcessing = false;
	message.updatedAt = chatTime();
	const session = core.state.sessions.get(message.sessionId);
	if (!session) return;
	const messages = core.state.messagesOf(session.id);
	session.isProcessing = messages.some((other) => other.status === 'processing');
	session.status = session.isProcessing ? 'processing' : status;
	session.updatedAt = message.updatedAt;
}

/** The answer a message will get, from what its session holds at this moment. */
export function composeAnswer(core: Core, message: TextMessage): string {
	const messages = core.state.messagesOf(message.sessionId);
	const fileNames = messages.flatMap((other) => (other.type === 'media' ? other.media.name : []));
	const messageCount = messages.findIndex(({ id }) => id === message.id) + 1;
	return answerTo(message, { messageCount, fileNames });
}

/** Completes a message with its answer and usage. */
export function carryOut(core: Core, message: TextMessage): void {
	message.answer = composeAnswer(core, message);
	message.publicMetrics = metricsOf(message, message.answer, message.agentIds.length > 0);
	// After a reset the message belongs to a past that is no longer counted.
	const isKept = core.state.messagesOf(message.sessionId).includes(message);
	if (isKept) core.counters.carryOut(message.sessionId, message.query);
	finish(core, message, 'completed');
}

/** Ends a message without an answer. */
export function fail(core: Core, message: TextMessage): void {
	finish(core, message, 'failed');
}
