import type { Metrics, TextMessage } from './state';
import { isObject, textOf } from './narrow';

/** What an answer tells about its session. */
export interface AnswerContext {
	/** Messages the session holds, the present one included. */
	messageCount: number;
	/** Names of the files the session holds. */
	fileNames: string[];
}

function promptOf(message: TextMessage): string | undefined {
	return isObject(message.modelConfigs)
		? textOf(message.modelConfigs.fulfillmentPrompt)
		: undefined;
}

/**
 * The answer to a query. It repeats what was asked, so that a test can see that everything that
 * was sent has arrived, and holds characters of two, three and four bytes.
 */
export function answerTo(message: TextMessage, context: AnswerContext): string {
	const { query, endpointId } = message;
	const { messageCount, fileNames } = context;
	if (/reply with json/i.test(query)) {
		return JSON.stringify({ question: query, messages: messageCount, model: endpointId });
	}
	const held = `${messageCount} ${messageCount === 1 ? 'message' : 'messages'}`;
	const prompt = promptOf(message);
	return [
		`You asked: “${query}”.`,
		`This session holds ${held} (${endpointId}).`,
		...(fileNames.length > 0 ? [`Files: ${fileNames.join(', ')}.`] : []),
		...(prompt ? [`System prompt: “${prompt}”.`] : []),
		'→ Réponse complète ✅',
	].join(' ');
}

/** The usage of an answer, computed from lengths alone. */
export function metricsOf(message: TextMessage, answer: string, agentsRan: boolean): Metrics {
	const asked = message.query.length + (promptOf(message)?.length ?? 0);
	const inputTokens = 1000 + Math.ceil(asked / 4);
	const outputTokens = Math.ceil(answer.length / 4);
	const ragTimeSec = agentsRan ? 0.63 : 0;
	const fulfillmentTimeSec = Math.round(50 + outputTokens * 2) / 100;
	return {
		inputTokens,
		outputTokens,
		totalTokens: inputTokens + outputTokens,
		ragTimeSec,
		fulfillmentTimeSec,
		totalTimeSec: Math.round((ragTimeSec + fulfillmentTimeSec) * 100) / 100,
	};
}

/** Cuts an answer into pieces as a model emits them; joined they are the answer again. */
export function tokensOf(answer: string): string[] {
	return answer.match(/\s*\S{1,12}|\s+$/gu) ?? [];
}

/** A session title made of the first words of its first query. */
export function titleFor(query: string): string {
	return query.trim().split(/\s+/).slice(0, 6).join(' ').slice(0, 60);
}
