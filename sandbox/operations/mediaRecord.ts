import { namedPlugins, sourceOf, toAgentId } from '../agents';
import type { Call, Core } from '../core';
import { invalidRequest, noExecutablePlugin, resourceNotFound } from '../errors';
import { extensionOf } from '../fileKinds';
import type { StoredFile } from '../files';
import { chatTime, isId, mediaTime, newId } from '../ids';
import { textOf } from '../narrow';
import type { JsonObject } from '../narrow';
import { companyId, userId } from '../state';
import type { Media, MediaEntry, MediaSource, Session, WorkStatus } from '../state';
import { extractText } from './mediaText';

/** What is known of a file before the agents look at it. */
export interface NewFile {
	name: string;
	url: string;
	mimeType: string;
	sizeBytes: number;
	stored?: StoredFile;
}

function linkedSession(core: Core, body: JsonObject): Session | undefined {
	const sessionId = textOf(body.sessionId);
	if (sessionId === undefined) return undefined;
	if (!isId(sessionId)) throw invalidRequest('sessionId is invalid');
	const session = core.state.sessions.get(sessionId);
	if (!session) throw resourceNotFound();
	return session;
}

/** What a new file belongs to. */
export interface Targets {
	plugins: string[];
	source: MediaSource;
	session: Session | undefined;
}

/**
 * Finds the agents, the kind of file they read and the session a body names. Throws the 500 of the
 * contract when no agent can read a file, and the 400 or 404 for a wrong session.
 */
export function requireTargets(core: Core, body: JsonObject): Targets {
	const plugins = namedPlugins(body, 'plugins', 'agents');
	const source = sourceOf(plugins);
	if (!source) throw noExecutablePlugin();
	return { plugins, source, session: linkedSession(core, body) };
}

function addToSession(core: Core, session: Session, media: Media): void {
	const now = chatTime();
	const { id, name, source, url, context } = media;
	core.state.addMessage({
		id: newId(),
		sessionId: session.id,
		companyId,
		externalUserId: session.externalUserId,
		pluginIds: media.plugins,
		agentIds: media.agents,
		responseMode: media.responseMode,
		status: media.actionStatus ?? 'completed',
		type: 'media',
		media: { id, name, source, url, context: context ?? '' },
		createdBy: userId,
		createdAt: now,
		updatedAt: now,
	});
}

async function analyse(core: Core, entry: MediaEntry, stored: StoredFile | undefined) {
	const { media } = entry;
	const text = await extractText(core.files, media, stored);
	media.context = text;
	media.extractedText = text;
	if (media.source === 'document') {
		const parts = [Buffer.from(text, 'utf8')];
		const textFile = await core.files.saveParts(parts, `${media.name}.txt`, 'text/plain');
		entry.fileIds.push(textFile.id);
		media.extractedTextUrl = core.fileUrl(textFile);
		media.extractedTextLength = text.length;
	}
}

function finish(core: Core, media: Media, status: WorkStatus): void {
	media.actionStatus = status;
	media.updatedAt = mediaTime();
	for (const message of core.state.messagesOf(media.sessionId ?? '')) {
		if (message.type !== 'media' || message.media.id !== media.id) continue;
		message.status = status;
		message.media.context = media.context ?? '';
		message.updatedAt = chatTime();
	}
}

function finishLater(core: Core, entry: MediaEntry, stored: StoredFile | undefined): void {
	const { media } = entry;
	core.timers.later(core.settings.webhookDelayMs, () => {
		if (core.settings.webhookOutcome === 'failed') {
			media.failedReason = 'errors.server_error';
			finish(core, media, 'failed');
			return;
		}
		void analyse(core, entry, stored).then(
			() => finish(core, media, 'completed'),
			() => finish(core, media, 'failed'),
		);
	});
}

/**
 * Makes the record of a new file and lets its agent work: at once, or later in webhook mode.
 * @param body what was sent with it
 */
export async function register({ core }: Call, body: JsonObject, file: NewFile): Promise<Media> {
	const { plugins, source, session } = requireTargets(core, body);
	const now = mediaTime();
	const later = body.responseMode === 'webhook';
	const media: Media = {
		id: newId(),
		companyId,
		sessionId: session?.id,
		url: file.url,
		sourceUrl: file.url,
		name: file.name,
		sizeBytes: file.sizeBytes,
		source,
		mimeType: file.mimeType,
		extension: extensionOf(file.name),
		plugins,
		agents: plugins.map(toAgentId),
		searchLevel: source === 'document' ? 'shallow' : 'deep',
		responseMode: later ? 'webhook' : 'sync',
		pluginInputs: Array.isArray(body.pluginInputs) ? body.pluginInputs : undefined,
		createdBy: userId,
		updatedBy: textOf(body.updatedBy),
		externalUserId: textOf(body.externalUserId),
		createdAt: now,
		updatedAt: now,
	};
	if (source === 'audio' || source === 'video') media.transcriptionHours = 0.01;
	const entry: MediaEntry = { media, fileIds: file.stored ? [file.stored.id] : [] };
	if (later) {
		media.actionStatus = 'processing';
		finishLater(core, entry, file.stored);
	} else {
		await analyse(core, entry, file.stored);
		// The live service leaves the status out for documents, although they are done.
		if (source !== 'document') media.actionStatus = 'completed';
	}
	core.state.media.set(media.id, entry);
	if (session) addToSession(core, session, media);
	return media;
}
