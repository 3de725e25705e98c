/* eslint-disable @n8n/community-nodes/no-restricted-imports -- the sandbox runs on Node itself, never inside n8n */
import type { IncomingMessage } from 'node:http';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Busboy } from '@fastify/busboy';
import type { FileStore, StoredFile } from './files';
import { invalidInput } from './errors';
import type { JsonObject } from './narrow';

const listFields = ['plugins', 'agents'];

/** A multipart form: its fields as the schema describes them, and the file, stored already. */
export interface Form {
	fields: JsonObject;
	file?: StoredFile;
}

function readList(values: string[]): string[] {
	return values.flatMap((value) => {
		if (!value.trim().startsWith('[')) return [value];
		try {
			const list: unknown = JSON.parse(value);
			return Array.isArray(list) ? list.map(String) : [value];
		} catch {
			return [value];
		}
	});
}

function readFields(values: Map<string, string[]>): JsonObject {
	const entries = [...values].map(([name, texts]): [string, unknown] => {
		if (listFields.includes(name)) return [name, readList(texts)];
		return [name, texts.length === 1 ? texts[0] : texts];
	});
	return Object.fromEntries(entries);
}

/**
 * Reads a multipart form. The part called `file` is streamed to the store, further files are
 * thrown away. When the client goes away in the middle, nothing is kept.
 */
export async function readForm(request: IncomingMessage, store: FileStore): Promise<Form> {
	const contentType = request.headers['content-type'];
	if (!contentType?.includes('boundary=')) throw invalidInput();

	const parser = new Busboy({ headers: { ...request.headers, 'content-type': contentType } });
	const values = new Map<string, string[]>();
	const uploads: Array<{ stream: Readable; saved: Promise<StoredFile> }> = [];
	parser.on('field', (name, value) => {
		values.set(name, [...(values.get(name) ?? []), value]);
	});
	parser.on('file', (name, stream, fileName, _encoding, mimeType) => {
		if (name !== 'file' || uploads.length > 0) {
			stream.resume();
			return;
		}
		const saved = store.save(stream, fileName, mimeType);
		saved.catch(() => undefined);
		uploads.push({ stream, saved });
	});
	let complete = false;
	try {
		await pipeline(request, parser);
		complete = true;
	} finally {
		const unfinished = complete ? [] : uploads;
		for (const { stream } of unfinished) stream.destroy(new Error('upload broken off'));
	}
	const [file] = await Promise.all(uploads.map(async ({ saved }) => await saved));
	return { fields: readFields(values), file };
}
