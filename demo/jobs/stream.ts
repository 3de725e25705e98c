import { isObject, textOf } from '../../sandbox/narrow';
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
	for await (const line of linesOf(response.body)) {
		if (line.trim() === '') continue;
		const frame: unknown = JSON.parse(line);
		const { type, content } = isObject(frame) ? frame : {};
		if (type === 'error') throw new Error(textOf(content) ?? line);
		if (type !== 'item') continue;
		pieces.push({ text: textOf(content) ?? '', at: Date.now() - began });
		onPiece(textOfAll(pieces));
	}
	return pieces;
}
