/* eslint-disable @n8n/community-nodes/no-restricted-imports -- the sandbox runs on Node itself, never inside n8n */
import type { IncomingMessage } from 'node:http';

const longestBody = 32 * 1024 * 1024;

/** Tells whether a request brings a multipart form. */
export function bringsForm(request: IncomingMessage): boolean {
	return request.headers['content-type']?.startsWith('multipart/form-data') ?? false;
}

/**
 * Reads a body and parses it as JSON.
 * @returns nothing for an empty body; the bare text when it is no JSON
 */
export async function readJson(request: IncomingMessage): Promise<unknown> {
	const pieces: Buffer[] = [];
	let size = 0;
	for await (const piece of request) {
		const bytes = Buffer.from(piece);
		size += bytes.length;
		if (size > longestBody) throw new Error('the body is too long');
		pieces.push(bytes);
	}
	if (size === 0) return undefined;
	const text = Buffer.concat(pieces).toString('utf8');
	try {
		const value: unknown = JSON.parse(text);
		return value;
	} catch {
		return text;
	}
}
