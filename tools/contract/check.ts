/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- tools run on Node itself, never inside n8n */
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parse } from 'yaml';
import type { OnDemandAccount } from '../../nodes/shared/credential';
import { differences } from './compare';
import { isDocument, outlinesOf } from './outline';
import type { Outline } from './outline';
import { servedDocuments } from './served';

/** The description that the sandbox works by. */
export const descriptionFile = resolve(__dirname, '../../sandbox/ondemand.openapi.yaml');

/** What a comparison with OnDemand's reference has found. */
export interface Findings {
	/** How many operations the reference describes. */
	operations: number;
	/** Each difference in a line, for example `POST /media/v1/public/file: body field name is gone`. */
	lines: string[];
}

/**
 * Compares the sandbox's description of the API with OnDemand's own reference.
 *
 * @throws Error when the reference cannot be read
 */
export async function check(account: OnDemandAccount): Promise<Findings> {
	const description: unknown = parse(await readFile(descriptionFile, 'utf8'));
	if (!isDocument(description)) throw new Error(`${descriptionFile} is no OpenAPI description`);
	const ours = await outlinesOf(description);
	const served = new Map<string, Outline>();
	for (const document of await servedDocuments(account)) {
		for (const [key, outline] of await outlinesOf(document)) served.set(key, outline);
	}
	return { operations: served.size, lines: differences(ours, served) };
}
