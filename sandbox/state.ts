import type { JsonObject } from './narrow';
import { plugins } from './seeds';

export const companyId = '6650c1d2e3f4a5b6c7d8e9f0';
export const userId = '6650c1d2e3f4a5b6c7d8e9f1';

export type MediaSource = 'document' | 'audio' | 'video' | 'youtube' | 'image';
export type WorkStatus = 'processing' | 'completed' | 'failed';

export interface Session {
	id: string;
	companyId: string;
	externalUserId: string;
	agentIds: string[];
	pluginIds: string[];
	contextMetadata: unknown[];
	title: string;
	status: 'draft' | WorkStatus;
	createdBy: string;
	createdAt: string;
	updatedAt: string;
	liveSettings: JsonObject;
	isProcessing: boolean;
}

export interface Metrics {
	inputTokens: number;
	outputTokens: number;
	totalTokens: number;
	ragTimeSec: number;
	fulfillmentTimeSec: number;
	totalTimeSec: number;
}

interface MessageBase {
	id: string;
	sessionId: string;
	companyId: string;
	externalUserId: string;
	pluginIds: string[];
	agentIds: string[];
	responseMode: string;
	status: WorkStatus;
	createdBy: string;
	createdAt: string;
	updatedAt: string;
}

export interface TextMessage extends MessageBase {
	type: 'text';
	endpointId: string;
	query: string;
	answer: string;
	modelConfigs: JsonObject | null;
	publicMetrics?: Metrics;
	reasoningMode?: string;
	reasoningEffort?: string;
	chatMode: string;
	initiator: string;
	isBackgroundProcessing: boolean;
	useMemory: boolean;
}

export interface MediaMessage extends MessageBase {
	type: 'media';
	media: { id: string; name: string; source: MediaSource; url: string; context: string };
}

export type Message = TextMessage | MediaMessage;

export interface Media {
	id: string;
	companyId: string;
	sessionId?: string;
	externalUserId?: string;
	url: string;
	sourceUrl: string;
	extractedTextUrl?: string;
	extractedTextLength?: number;
	name: string;
	sizeBytes: number;
	source: MediaSource;
	mimeType: string;
	extension: string;
	plugins: string[];
	agents: string[];
	context?: string;
	extractedText?: string;
	searchLevel: 'shallow' | 'deep';
	actionStatus?: WorkStatus;
	failedReason?: string;
	responseMode: string;
	transcriptionHours?: number;
	pluginInputs?: unknown[];
	createdBy: string;
	updatedBy?: string;
	createdAt: string;
	updatedAt: string;
}

/** A media record and the stored files that go with it. */
export interface MediaEntry {
	media: Media;
	fileIds: string[];
}

/** Everything the account holds. */
export class State {
	readonly sessions = new Map<string, Session>();

	readonly messages = new Map<string, Message[]>();

	readonly media = new Map<string, MediaEntry>();

	readonly ownedPluginIds: ReadonlySet<string> = new Set(plugins.map(({ pluginId }) => pluginId));

	/** The messages of a session, oldest first. */
	messagesOf(sessionId: string): Message[] {
		return this.messages.get(sessionId) ?? [];
	}

	/** Stores a message as the newest of its session. */
	addMessage(message: Message): void {
		const messages = this.messagesOf(message.sessionId);
		messages.push(message);
		this.messages.set(message.sessionId, messages);
	}

	/** Forgets all sessions, messages and files. */
	clear(): void {
		this.sessions.clear();
		this.messages.clear();
		this.media.clear();
	}
}
