/* eslint-disable @n8n/community-nodes/no-restricted-imports -- tests run in Node, never inside n8n */
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { parse } from 'yaml';
import { isObject } from '../../sandbox/narrow';
import type { JsonObject } from '../../sandbox/narrow';
import { descriptionFile } from '../../tools/contract/check';

const DOCS = '/config/v1/public/docs/';
const METHODS = ['get', 'post', 'put', 'patch', 'delete'];

/** OnDemand's reference, as a server of its own gives it: an OpenAPI description for each operation. */
export class Reference {
	readonly requests: Array<{ url?: string; key: unknown }> = [];

	/** The descriptions, by the slug of their operation. */
	readonly documents = new Map<string, JsonObject>();

	/** What the index is made of. */
	index: (slugs: string[]) => unknown = (slugs) => ({
		data: [{ title: 'Chat API', slug: 'chat-api', apis: slugs.map((slug) => ({ slug })) }],
	});

	/** When set, every answer is this refusal. */
	refusal?: { status: number; message: string };

	private readonly server = createServer((request, response) => this.answer(request, response));

	/** Begins to serve what the sandbox's description says of the operations that OnDemand documents. */
	async start(): Promise<string> {
		for (const document of documentedOperations()) this.documents.set(...document);
		this.server.listen(0, '127.0.0.1');
		await once(this.server, 'listening');
		const address = this.server.address();
		return isObject(address) ? `http://127.0.0.1:${String(address.port)}` : '';
	}

	async stop(): Promise<void> {
		const closed = once(this.server, 'close');
		this.server.close();
		this.server.closeAllConnections();
		await closed;
	}

	private answer({ url, headers }: IncomingMessage, response: ServerResponse): void {
		this.requests.push({ url, key: headers.apikey });
		const path = url?.replace(DOCS, '') ?? '';
		const known =
			path === 'categories'
				? this.index([...this.documents.keys()])
				: this.documents.get(path.replace('reference/api/', ''));
		const { status, message } = this.refusal ?? { status: 400, message: 'invalid request' };
		if (known === undefined || this.refusal) response.statusCode = status;
		response.end(JSON.stringify(response.statusCode === 200 ? known : { message }));
	}
}

function documentedOperations(): Array<[slug: string, document: JsonObject]> {
	const whole: unknown = withoutObserved(parse(readFileSync(descriptionFile, 'utf8')));
	if (!isObject(whole) || !isObject(whole.paths)) throw new Error('no description');
	return Object.entries(whole.paths).flatMap(([path, item]) =>
		METHODS.flatMap((method): Array<[string, JsonObject]> => {
			if (!isObject(item) || !isObject(item[method])) return [];
			const { operationId, 'x-doc-status': status } = item[method];
			const paths = { [path]: { parameters: item.parameters, [method]: item[method] } };
			if (status !== 'documented') return [];
			return [[String(operationId).toLowerCase(), { ...whole, openapi: '3.0.3', paths }]];
		}),
	);
}

/** A copy without the fields that OnDemand's reference does not have. */
function withoutObserved(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(withoutObserved);
	if (!isObject(value)) return value;
	const entries = Object.entries(value).filter(
		([, field]) => !isObject(field) || field['x-live-only'] !== true,
	);
	return Object.fromEntries(entries.map(([key, field]) => [key, withoutObserved(field)]));
}
