/* eslint-disable @n8n/community-nodes/no-restricted-imports -- tests run on Node itself, never inside n8n */
import type { Readable } from 'node:stream';
import axios from 'axios';
import type { AxiosInstance, AxiosResponse } from 'axios';
import type { Sandbox } from '../../sandbox/server';

export const model = 'predefined-claude-fable-5.1';
export const unknownId = '6aae74c46f9b84bf0f592378';

/** An HTTP client with the right key that treats every status as an answer. */
export function clientOf(sandbox: Sandbox, headers: Record<string, string> = {}): AxiosInstance {
	return axios.create({
		baseURL: sandbox.url,
		headers: { apikey: sandbox.apiKey, ...headers },
		validateStatus: () => true,
		maxRedirects: 0,
	});
}

/** Makes a session and returns its id. */
export async function newSession(api: AxiosInstance, body: object = {}): Promise<string> {
	const { data } = await api.post('/chat/v1/sessions', { externalUserId: 'customer-1', ...body });
	return String(data.data.id);
}

/** Sends a query; sync unless told otherwise. */
export async function ask(
	api: AxiosInstance,
	sessionId: string,
	body: object = {},
): Promise<AxiosResponse> {
	return await api.post(`/chat/v1/sessions/${sessionId}/query`, {
		query: 'When will my parcel arrive?',
		endpointId: model,
		responseMode: 'sync',
		...body,
	});
}

export interface StreamEvent {
	event: string;
	data: string;
}

export interface StreamRecord {
	response: AxiosResponse;
	/** The pieces as they came from the network. */
	pieces: Buffer[];
	events: StreamEvent[];
	/** Whether the connection broke instead of ending. */
	broken: boolean;
}

function eventsIn(text: string): StreamEvent[] {
	return text
		.split('\n\n')
		.filter((block) => block !== '')
		.map((block) => {
			const lines = block.split('\n');
			const valueOf = (name: string) =>
				lines.find((line) => line.startsWith(`${name}:`))?.slice(name.length + 1) ?? '';
			return { event: valueOf('event'), data: valueOf('data') };
		});
}

/** Collects the pieces of a body as the network delivers them. */
export async function piecesOf(body: Readable): Promise<Pick<StreamRecord, 'pieces' | 'broken'>> {
	const pieces: Buffer[] = [];
	body.on('data', (piece: Buffer) => pieces.push(piece));
	const broken = await new Promise<boolean>((resolve) => {
		body.once('end', () => resolve(false));
		body.once('error', () => resolve(true));
	});
	return { pieces, broken };
}

/** Sends a query in stream mode and reads everything that comes. */
export async function askStream(
	api: AxiosInstance,
	sessionId: string,
	body: object = {},
): Promise<StreamRecord> {
	const response = await api.post<Readable>(
		`/chat/v1/sessions/${sessionId}/query`,
		{ query: 'Bonjour & “hello”', endpointId: model, responseMode: 'stream', ...body },
		{ responseType: 'stream' },
	);
	const { pieces, broken } = await piecesOf(response.data);
	return { response, pieces, events: eventsIn(Buffer.concat(pieces).toString('utf8')), broken };
}

/** The JSON frames of a stream, markers left out. */
export function framesOf({ events }: StreamRecord): Array<Record<string, unknown>> {
	return events
		.filter(({ data }) => data.startsWith('{'))
		.map(({ data }): Record<string, unknown> => JSON.parse(data));
}

/** The answer a stream spells. */
export function answerOf(record: StreamRecord): string {
	return framesOf(record)
		.filter(({ eventType }) => eventType === 'fulfillment')
		.map(({ answer }) => String(answer))
		.join('');
}

/** Reads a message again and again until its status is another one. */
export async function messageAfter(
	api: AxiosInstance,
	sessionId: string,
	messageId: string,
	status = 'processing',
): Promise<Record<string, unknown>> {
	for (;;) {
		const { data } = await api.get(`/chat/v1/sessions/${sessionId}/messages/${messageId}`);
		if (data.data.status !== status) return data.data;
	}
}

/** The newest message of a session. */
export async function newestMessage(
	api: AxiosInstance,
	sessionId: string,
): Promise<Record<string, unknown>> {
	const { data } = await api.get(`/chat/v1/sessions/${sessionId}/messages?limit=1`);
	return data.data[0];
}
