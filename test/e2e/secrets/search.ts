/* eslint-disable @n8n/community-nodes/no-restricted-imports -- tests run in Node, never inside n8n */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { formsOf } from './forms';

/** What a search has gone through, and where it has found something. */
export interface Found {
	files: number;
	bytes: number;
	/** The files that hold a form of the secret. */
	places: string[];
}

/** Goes through every file below a folder, whatever it is, for any form of a secret. */
export async function search(folder: string, secret: string): Promise<Found> {
	const forms = formsOf(secret).map((form) => Buffer.from(form));
	const entries = await readdir(folder, { withFileTypes: true, recursive: true });
	const found: Found = { files: 0, bytes: 0, places: [] };
	for (const entry of entries.filter((candidate) => candidate.isFile())) {
		const path = join(entry.parentPath, entry.name);
		// What has gone since the list was made has nothing to tell.
		const content = await readFile(path).catch(() => Buffer.alloc(0));
		found.files += 1;
		found.bytes += content.length;
		if (forms.some((form) => content.includes(form))) found.places.push(path);
	}
	return found;
}
