import type { IDataObject, IExecuteSingleFunctions } from 'n8n-workflow';
import { OnDemandError } from './errors';
import { isRecord, textAt, valueAt } from './wire';

/** What n8n's request helper gives back; the body is JSON, text, or a stream that was asked for. */
export interface ApiAnswer {
	statusCode: number;
	headers: Record<string, unknown>;
	body: unknown;
}

/** A body that arrives bit by bit, as n8n's binary helpers take it. */
export type BodyStream = Exclude<
	Parameters<IExecuteSingleFunctions['helpers']['prepareBinaryData']>[0],
	Uint8Array
>;

/** What an answer that is not a success says. */
export interface Refusal {
	statusCode: number;
	/** The API's own words, or the text of a page that a gateway sent in its place. */
	apiMessage: string;
	errorCode?: string;
	apiDetails?: IDataObject;
	traceId?: string;
	/** A web page or nothing at all, which the API itself never sends. */
	isPage: boolean;
	/** Where a redirect points to. */
	location?: string;
	/** Milliseconds after which it may be sent again. */
	retryAfter?: number;
}

/** An error page may be large; no more than this is read of it. */
const MAX_REFUSAL_BYTES = 64 * 1024;

/** As much of a page's text as a person reads in an error. */
const MAX_SHOWN_CHARACTERS = 300;

/**
 * Narrows what n8n's request helper returned.
 *
 * @throws OnDemandError when it is no full response
 */
export function asAnswer(response: unknown): ApiAnswer {
	const statusCode = valueAt(response, 'statusCode');
	const headers = valueAt(response, 'headers');
	if (typeof statusCode !== 'number' || !isRecord(headers)) {
		throw new OnDemandError('n8n gave back an answer without a status');
	}
	return { statusCode, headers: { ...headers }, body: valueAt(response, 'body') };
}

/** The body of an answer that was asked for as a stream. */
export function bodyStream(answer: ApiAnswer): BodyStream {
	if (isStream(answer.body)) return answer.body;
	throw new OnDemandError('n8n gave back a whole answer in place of a stream');
}

/**
 * A text that a good answer holds.
 *
 * @throws OnDemandError that names what is missing
 */
export function textOf({ body }: ApiAnswer, ...path: string[]): string {
	const text = textAt(body, ...path);
	if (text === undefined) throw incompleteAnswer(path);
	return text;
}

/** The error for an answer in which something that the API promises is missing. */
export function incompleteAnswer(path: string[]): OnDemandError {
	return new OnDemandError(`The answer of OnDemand holds no "${path.join('.')}"`, {
		description: 'Try again. If it stays so, look for an update of this package.',
	});
}

/**
 * Whether an answer leaves open if the request was carried out: gateways give up while the service goes on, and
 * broken JSON is what is left of an answer. A 503 was turned away.
 */
export function leavesOpen({ statusCode, body }: ApiAnswer): boolean {
	if (statusCode >= 500) return statusCode !== 503;
	return statusCode < 300 && typeof body === 'string';
}

/** Whether a body is still to be read. */
export function isStream(body: unknown): body is BodyStream {
	return typeof body === 'object' && body !== null && Symbol.asyncIterator in body;
}

export function isSuccess({ statusCode }: ApiAnswer): boolean {
	return statusCode >= 200 && statusCode < 300;
}

/**
 * What an answer says that is not a success. The API's envelope is `{message, errorCode, details}`;
 * its gateways also send `{error_msg}`, `{message, request_id}`, plain text, HTML and nothing.
 */
export function readRefusal(answer: ApiAnswer): Refusal {
	const { statusCode, headers, body } = answer;
	const said = textAt(body, 'message') ?? textAt(body, 'error_msg') ?? pageText(body);
	const code = valueAt(body, 'errorCode');
	const details = valueAt(body, 'details');
	return {
		statusCode,
		apiMessage: shortened(said),
		errorCode: typeof code === 'string' || typeof code === 'number' ? String(code) : undefined,
		apiDetails: isRecord(details) ? details : undefined,
		traceId: textAt(headers, 'x-trace-id') ?? textAt(body, 'request_id'),
		isPage: !isRecord(body) && (said === '' || isHtml(body)),
		location: textAt(headers, 'location'),
		retryAfter: retryAfterOf(answer),
	};
}

/** Milliseconds that an answer asks to wait, in seconds or until a date; OnDemand was not seen to send it yet. */
export function retryAfterOf({ headers }: ApiAnswer): number | undefined {
	const value = textAt(headers, 'retry-after');
	if (value === undefined) return undefined;
	const milliseconds = /^\d+$/.test(value) ? Number(value) * 1000 : Date.parse(value) - Date.now();
	return Number.isNaN(milliseconds) ? undefined : Math.max(0, milliseconds);
}

/** An answer that is not a success, read: nobody goes on with it bit by bit. */
export async function withRefusalRead(answer: ApiAnswer): Promise<ApiAnswer> {
	if (isSuccess(answer) || !isStream(answer.body)) return answer;
	return { ...answer, body: await readBounded(answer.body) };
}

async function readBounded(stream: BodyStream): Promise<unknown> {
	const chunks: Uint8Array[] = [];
	let size = 0;
	for await (const chunk of stream) {
		const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
		chunks.push(bytes.subarray(0, MAX_REFUSAL_BYTES - size));
		size += bytes.length;
		if (size >= MAX_REFUSAL_BYTES) break;
	}
	const text = Buffer.concat(chunks).toString('utf8');
	try {
		return JSON.parse(text) as unknown;
	} catch {
		return text;
	}
}

function isHtml(body: unknown): boolean {
	return typeof body === 'string' && /^\s*<(!doctype|html)/i.test(body);
}

/** The title of a web page, or plain text as it is. */
function pageText(body: unknown): string {
	if (typeof body !== 'string') return '';
	const page = body.slice(0, MAX_REFUSAL_BYTES);
	if (!isHtml(page)) return page;
	return /<title>([^<]*)<\/title>/i.exec(page)?.[1] ?? page.replace(/<[^>]*>/g, ' ');
}

function shortened(text: string): string {
	const line = text.replace(/\s+/g, ' ').trim();
	return line.length > MAX_SHOWN_CHARACTERS ? `${line.slice(0, MAX_SHOWN_CHARACTERS)}…` : line;
}
