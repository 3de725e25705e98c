import { namedPlugins, requireKnownAgents, toAgentId } from '../agents';
import type { Call, Operation } from '../core';
import { invalidInput, invalidRequest, resourceNotFound } from '../errors';
import { chatTime, isId, newId } from '../ids';
import { isObject, textOf } from '../narrow';
import { cursorPage } from '../paging';
import { jsonReply } from '../reply';
import { companyId, userId } from '../state';
import type { Session } from '../state';

/** Finds the session a call names; throws the 400 or 404 of the contract. */
export function sessionOf({ core, params }: Call): Session {
	if (!isId(params.sessionId)) throw invalidRequest('sessionId is invalid');
	const session = core.state.sessions.get(params.sessionId);
	if (!session) throw resourceNotFound();
	return session;
}

function belongsTo<Item extends { externalUserId: string }>(items: Item[], user: unknown): Item[] {
	const externalUserId = textOf(user);
	return externalUserId === undefined
		? items
		: items.filter((item) => item.externalUserId === externalUserId);
}

const createChatSession: Operation = ({ core, body, violations }) => {
	const externalUserId = textOf(body?.externalUserId);
	if (!body || externalUserId === undefined) throw invalidInput();
	const pluginIds = namedPlugins(body, 'pluginIds', 'agentIds');
	requireKnownAgents(pluginIds, core.state.ownedPluginIds);
	if (violations.length > 0) throw invalidInput();

	const now = chatTime();
	const session: Session = {
		id: newId(),
		companyId,
		externalUserId,
		agentIds: pluginIds.map(toAgentId),
		pluginIds,
		contextMetadata: Array.isArray(body.contextMetadata) ? body.contextMetadata : [],
		title: '',
		status: 'draft',
		createdBy: userId,
		createdAt: now,
		updatedAt: now,
		liveSettings: {
			enabled: false,
			mode: 'on-events',
			groundRules: '',
			destinations: { email: { enabled: false }, slack: { enabled: false } },
		},
		isProcessing: false,
	};
	core.state.sessions.set(session.id, session);
	core.counters.counts.sessionsCreated += 1;
	return jsonReply(201, { message: 'Chat session created successfully', data: session });
};

const listChatSessions: Operation = ({ core, query }) => {
	const withMessages = [...core.state.sessions.values()].filter(
		({ id }) => core.state.messagesOf(id).length > 0,
	);
	const user = core.settings.honoursUserFilter ? query.externalUserId : undefined;
	const page = cursorPage(belongsTo(withMessages, user), query);
	return jsonReply(200, { message: 'Chat sessions fetched successfully', ...page });
};

const getChatSession: Operation = (call) =>
	jsonReply(200, { message: 'Chat session fetched successfully', data: sessionOf(call) });

const deleteChatSession: Operation = (call) => {
	const { id } = sessionOf(call);
	call.core.state.sessions.delete(id);
	call.core.state.messages.delete(id);
	return jsonReply(200, { message: 'Chat session deleted successfully' });
};

const updateLiveSessionSettings: Operation = (call) => {
	const session = sessionOf(call);
	const { body } = call;
	if (!body || call.violations.length > 0) throw invalidInput();
	session.liveSettings = {
		...session.liveSettings,
		enabled: body.enabled,
		mode: body.mode === 'onevents' ? 'on-events' : body.mode,
		...(isObject(body.destinations) ? { destinations: body.destinations } : {}),
	};
	session.updatedAt = chatTime();
	return jsonReply(200, {
		message: 'Live settings updated successfully',
		data: session.liveSettings,
	});
};

const listChatMessages: Operation = (call) => {
	const { core, query } = call;
	const messages = core.state.messagesOf(sessionOf(call).id);
	const page = cursorPage(belongsTo(messages, query.externalUserId), query);
	return jsonReply(200, { message: 'Chat messages fetched successfully', ...page });
};

const getChatMessage: Operation = (call) => {
	const messages = call.core.state.messagesOf(sessionOf(call).id);
	if (!isId(call.params.messageId)) throw invalidRequest('messageId is invalid');
	const message = messages.find(({ id }) => id === call.params.messageId);
	if (!message) throw resourceNotFound();
	return jsonReply(200, { message: 'Chat message fetched successfully', data: message });
};

/** Sessions and messages. */
export const chatOperations: Array<[string, Operation]> = [
	['createChatSession', createChatSession],
	['listChatSessions', listChatSessions],
	['getChatSession', getChatSession],
	['deleteChatSession', deleteChatSession],
	['updateLiveSessionSettings', updateLiveSessionSettings],
	['listChatMessages', listChatMessages],
	['getChatMessage', getChatMessage],
];
