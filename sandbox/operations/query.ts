import { namedPlugins, requireKnownAgents, toAgentId } from '../agents';
import { titleFor } from '../answer';
import type { Call, Operation } from '../core';
import { invalidInput, invalidRequest } from '../errors';
import { chatTime, newId } from '../ids';
import { isObject, textOf } from '../narrow';
import type { JsonObject } from '../narrow';
import { jsonReply } from '../reply';
import { models } from '../seeds';
import { companyId, userId } from '../state';
import type { Session, TextMessage } from '../state';
import { sessionOf } from './chat';
import { streamAnswer } from './queryStream';
import { carryOut, fail } from './queryWork';

const efforts = ['low', 'medium', 'max'];

interface Question {
	session: Session;
	body: JsonObject;
	query: string;
	endpointId: string;
	responseMode: string;
	pluginIds: string[];
}

function requireActiveModel(body: JsonObject | undefined): string {
	const endpointId = textOf(body?.endpointId) ?? '';
	if (endpointId === '') throw invalidRequest('endpointId is required');
	const model = models.find((candidate) => candidate.endpoint_id === endpointId);
	if (model?.status !== 'active') throw invalidRequest(`endpointId ${endpointId} is not active`);
	return endpointId;
}

/** Checks a query in the order of the live service; the first fault found decides the answer. */
function check(call: Call): Question {
	const { core, body, violations } = call;
	const session = sessionOf(call);
	const endpointId = requireActiveModel(body);
	if (!body) throw invalidInput();
	const ownPlugins = namedPlugins(body, 'pluginIds', 'agentIds');
	const pluginIds = ownPlugins.length > 0 ? ownPlugins : session.pluginIds;
	requireKnownAgents(pluginIds, core.state.ownedPluginIds);
	if (body.reasoningEffort !== undefined && !efforts.includes(String(body.reasoningEffort))) {
		throw invalidRequest(`reasoningEffort must be one of ${efforts.join(', ')}`);
	}
	const query = textOf(body.query);
	const responseMode = textOf(body.responseMode);
	const refused = body.chatMode === 'plan' || violations.length > 0;
	if (refused || !query || !responseMode) throw invalidInput();
	return { session, body, query, endpointId, responseMode, pluginIds };
}

function accept({ core }: Call, question: Question): TextMessage {
	const { session, body, query, endpointId, responseMode } = question;
	const pluginIds = body.fulfillmentOnly === true ? [] : question.pluginIds;
	const now = chatTime();
	const message: TextMessage = {
		id: newId(),
		sessionId: session.id,
		companyId,
		externalUserId: session.externalUserId,
		pluginIds,
		agentIds: pluginIds.map(toAgentId),
		endpointId,
		responseMode,
		status: 'processing',
		type: 'text',
		query,
		answer: '',
		modelConfigs: isObject(body.modelConfigs) ? body.modelConfigs : null,
		reasoningMode: textOf(body.reasoningMode),
		reasoningEffort: textOf(body.reasoningEffort),
		chatMode: textOf(body.chatMode) ?? 'standard',
		initiator: 'user',
		isBackgroundProcessing: responseMode === 'webhook',
		useMemory: true,
		createdBy: userId,
		createdAt: now,
		updatedAt: now,
	};
	core.state.addMessage(message);
	core.counters.counts.queriesAccepted += 1;
	if (session.title === '') session.title = titleFor(query);
	session.status = 'processing';
	session.isProcessing = true;
	session.updatedAt = now;
	return message;
}

const submitted = 'Chat query submitted successfully';

const submitQuery: Operation = async (call) => {
	const { core, fault } = call;
	const question = check(call);
	const message = accept(call, question);
	const { sessionId, id: messageId } = message;

	if (message.responseMode === 'stream') {
		return {
			type: 'stream',
			run: async (response) => await streamAnswer(core, message, response, fault),
		};
	}
	if (message.responseMode === 'webhook') {
		core.timers.later(core.settings.webhookDelayMs, () => {
			if (core.settings.webhookOutcome === 'failed') fail(core, message);
			else carryOut(core, message);
		});
		const data = { sessionId, messageId, status: message.status };
		return jsonReply(200, { message: submitted, data });
	}
	await core.timers.sleep(core.settings.thinkingMs);
	carryOut(core, message);
	const { answer, publicMetrics: metrics, status } = message;
	return jsonReply(200, {
		message: submitted,
		data: { sessionId, messageId, answer, metrics, status },
	});
};

/** Queries in all three response modes. */
export const queryOperations: Array<[string, Operation]> = [['submitQuery', submitQuery]];
