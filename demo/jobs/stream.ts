import { isObject, textOf } from '../../sandbox/narrow';
import type { JsonObject } from '../../sandbox/narrow';
import type { N8nApi } from '../n8nApi';

/** A piece of an answer, and when it came. */
export interface Piece {
	text: string;
	/** Milliseconds after the question. */
	at: number;
}

/** The whole text of an answer. */
export function textOfAll(pieces: Piece[]): string {
	return pieces.map(({ text }) => text).join('');
}

/** The frames of an answer that streams, each a line of JSON; an empty line keeps the connection alive. */
export async function* framesOf(body: AsyncIterable<Uint8Array>): AsyncGenerator<JsonObject> {
	for await (const line of linesOf(body)) {
		if (line.trim() === '') continue;
		const frame: unknown = JSON.parse(line);
		if (isObject(frame)) yield frame;
	}
}

async function* linesOf(body: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
	const decoder = new TextDecoder();
	let rest = '';
	for await (const chunk of body) {
		const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
		rest = lines.pop() ?? '';
		yield* lines;
	}
	yield rest;
}

/**
 * Asks a workflow whose trigger streams.
 *
 * @returns the pieces of the answer as they came
 * @throws Error when n8n refuses, or the stream tells of an error
 */
export async function askForStream(
	api: N8nApi,
	path: string,
	body: Record<string, string>,
	onPiece: (textSoFar: string) => void,
): Promise<Piece[]> {
	const began = Date.now();
	const response = await api.fetch('POST', path, body);
	if (!response.ok || !response.body) {
		throw new Error(`n8n answered POST ${path} with ${response.status}: ${await response.text()}`);
	}
	const pieces: Piece[] = [];
	for await (const { type, content } of framesOf(response.body)) {
		if (type === 'error') throw new Error(textOf(content) ?? 'The stream tells of an error');
		if (type !== 'item') continue;
		pieces.push({ text: textOf(content) ?? '', at: Date.now() - began });
		onPiece(textOfAll(pieces));
	}
	return pieces;
}
