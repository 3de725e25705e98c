/* eslint-disable @n8n/community-nodes/require-node-api-error -- tools run on Node itself, never inside n8n */
import type { Document } from 'openapi-backend';
import type { OnDemandAccount } from '../../nodes/shared/credential';
import { isObject, textOf } from '../../sandbox/narrow';
import { isDocument } from './outline';

const DOCS = '/config/v1/public/docs';
const TIMEOUT_MS = 30_000;

/**
 * Fetches OnDemand's own reference: an index, and an OpenAPI description for each operation in it.
 *
 * @throws Error that says what stopped it; it never holds the key
 */
export async function servedDocuments(account: OnDemandAccount): Promise<Document[]> {
	const index = await fetchJson(account, `${DOCS}/categories`);
	const documents: Document[] = [];
	for (const slug of slugsIn(index.body)) {
		const { status, body } = await fetchJson(account, `${DOCS}/reference/api/${slug}`, [400, 404]);
		if (status === 200) documents.push(...documentsIn(body));
	}
	if (documents.length === 0) throw new Error('OnDemand’s reference holds no OpenAPI description');
	return documents;
}

async function fetchJson(
	account: OnDemandAccount,
	path: string,
	tolerated: number[] = [],
): Promise<{ status: number; body: unknown }> {
	const { status, text } = await ask(account, path);
	const body = parsed(text);
	if (status === 200 && body !== undefined) return { status, body };
	if (tolerated.includes(status)) return { status, body: undefined };
	const words = isObject(body) ? textOf(body.message)?.replaceAll(account.apiKey, '…') : undefined;
	throw new Error(`OnDemand answered ${path} with ${status}${words ? `: ${words}` : ''}`);
}

async function ask(
	{ baseUrl, apiKey }: OnDemandAccount,
	path: string,
): Promise<{ status: number; text: string }> {
	try {
		const response = await fetch(baseUrl + path, {
			headers: { apikey: apiKey },
			redirect: 'manual',
			signal: AbortSignal.timeout(TIMEOUT_MS),
		});
		return { status: response.status, text: await response.text() };
	} catch (error) {
		throw new Error(`OnDemand could not be reached at ${baseUrl} (${reasonOf(error)})`);
	}
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

function reasonOf(error: unknown): string {
	const cause = error instanceof Error ? (error.cause ?? error) : error;
	if (isObject(cause) && textOf(cause.code)) return String(cause.code);
	return cause instanceof Error ? cause.message : String(cause);
}

/**
 * All words of the index that may name an operation. Its form is not published, so every word in the
 * spelling of a slug counts; OnDemand refuses those that are none.
 */
function slugsIn(index: unknown): string[] {
	const words = textsIn(index).map((text) => text.split('/').pop() ?? '');
	return [...new Set(words.filter((word) => /^[a-z][a-z0-9]*([_-][a-z0-9]+)*$/.test(word)))];
}

function textsIn(value: unknown): string[] {
	if (typeof value === 'string') return [value];
	if (typeof value !== 'object' || value === null) return [];
	return Object.values(value).flatMap(textsIn);
}

/** The descriptions in an answer, whatever they are wrapped in. */
function documentsIn(value: unknown): Document[] {
	if (isDocument(value)) return [value];
	if (typeof value === 'string') return documentsIn(parsed(value));
	if (typeof value !== 'object' || value === null) return [];
	return Object.values(value).flatMap(documentsIn);
}
