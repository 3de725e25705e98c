/* eslint-disable @n8n/community-nodes/no-restricted-imports -- the sandbox runs on Node itself, never inside n8n */
import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import type { ReadStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { newId } from './ids';

/** A file the sandbox holds on disk. */
export interface StoredFile {
	id: string;
	name: string;
	/** What it is served as. */
	mimeType: string;
	path: string;
	sizeBytes: number;
	sha256: string;
}

/** Keeps uploaded and synthesized files in a folder of its own; nothing is held in memory. */
export class FileStore {
	private files = new Map<string, StoredFile>();

	private constructor(private readonly folder: string) {}

	/** Opens a store in a new temporary folder. */
	static async open(): Promise<FileStore> {
		return new FileStore(await mkdtemp(join(tmpdir(), 'ondemand-sandbox-')));
	}

	/** Streams content to disk; when that fails nothing is left behind. */
	async save(content: Readable, name: string, mimeType: string): Promise<StoredFile> {
		const id = newId();
		const path = join(this.folder, id);
		const hash = createHash('sha256');
		let sizeBytes = 0;
		const measure = new Transform({
			transform(piece: Buffer, _encoding, done) {
				hash.update(piece);
				sizeBytes += piece.length;
				done(null, piece);
			},
		});
		let complete = false;
		try {
			await pipeline(content, measure, createWriteStream(path));
			complete = true;
		} finally {
			if (!complete) await rm(path, { force: true });
		}
		const file = { id, name, mimeType, path, sizeBytes, sha256: hash.digest('hex') };
		this.files.set(id, file);
		return file;
	}

	/** Stores content that was made here. */
	async saveParts(parts: Buffer[], name: string, mimeType: string): Promise<StoredFile> {
		return await this.save(Readable.from(parts), name, mimeType);
	}

	/** Looks up a file. */
	find(id: string): StoredFile | undefined {
		return this.files.get(id);
	}

	/** Reads a file from disk, wholly or its first bytes only. */
	read(file: StoredFile, firstBytes = Infinity): ReadStream {
		return createReadStream(file.path, { end: firstBytes - 1 });
	}

	/** Removes files; unknown ids are ignored. */
	async remove(ids: string[]): Promise<void> {
		for (const id of ids) {
			const file = this.files.get(id);
			this.files.delete(id);
			if (file) await rm(file.path, { force: true });
		}
	}

	/** Removes all files. */
	async clear(): Promise<void> {
		await this.remove([...this.files.keys()]);
	}

	/** Removes the folder itself. */
	async close(): Promise<void> {
		this.files.clear();
		await rm(this.folder, { recursive: true, force: true });
	}
}
