/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- the sandbox runs on Node itself, never inside n8n */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { OpenAPIBackend } from 'openapi-backend';
import type { Document } from 'openapi-backend';
import { parse } from 'yaml';
import { isObject } from './narrow';
import type { JsonObject } from './narrow';

/** A request as the contract sees it. */
export interface ContractRequest {
	method: string;
	path: string;
	query: JsonObject;
	body: unknown;
	headers: Record<string, string | string[]>;
}

/** What a request asks for. */
export interface Match {
	operationId: string;
	params: Record<string, string>;
}

type Route = NonNullable<ReturnType<OpenAPIBackend['matchOperation']>>;

function isDocument(value: unknown): value is Document {
	return isObject(value) && typeof value.openapi === 'string' && isObject(value.paths);
}

function textEntries(value: unknown): Record<string, string> {
	const entries = isObject(value) ? Object.entries(value) : [];
	return Object.fromEntries(entries.map(([name, text]) => [name, String(text)]));
}

function bare(request: ContractRequest) {
	const { method, path, headers } = request;
	const query = Object.fromEntries(
		Object.entries(request.query).map(([name, value]) => [
			name,
			Array.isArray(value) ? value.map(String) : String(value),
		]),
	);
	return { method, path, headers, query, body: request.body };
}

/** The OpenAPI description: finds operations and tells what a request breaks. */
export class Contract {
	private routes = new Map<string, Route | undefined>();

	private constructor(private readonly api: OpenAPIBackend) {}

	/** Reads the description that lies beside this file. */
	static async load(): Promise<Contract> {
		const definition: unknown = parse(
			await readFile(join(__dirname, 'ondemand.openapi.yaml'), 'utf8'),
		);
		if (!isDocument(definition)) throw new Error('ondemand.openapi.yaml is no OpenAPI document');
		const api = new OpenAPIBackend({
			definition,
			quick: true,
			strict: false,
			ajvOpts: {
				strict: false,
				allErrors: true,
				formats: { uri: (text: string) => URL.canParse(text), email: /@/, 'date-time': true },
			},
		});
		await api.init();
		return new Contract(api);
	}

	/** Finds the operation a request asks for. */
	match(request: ContractRequest): Match | undefined {
		const route = this.routeOf(request);
		if (!route?.operationId) return undefined;
		const { params } = this.api.router.parseRequest(bare(request), route);
		return { operationId: route.operationId, params: textEntries(params) };
	}

	/** Lists what a request breaks of the description, one line each. */
	violations(request: ContractRequest): string[] {
		const route = this.routeOf(request);
		if (!route) return [];
		const { errors } = this.api.validateRequest(bare(request), route);
		return (errors ?? []).map(({ instancePath, message, params }) => {
			const extra = isObject(params) ? params.additionalProperty : undefined;
			return `${instancePath} ${message ?? ''}${extra === undefined ? '' : ` (${String(extra)})`}`;
		});
	}

	private routeOf(request: ContractRequest): Route | undefined {
		// The library tries all its routes as regular expressions for every request; ids do not
		// change the outcome, so the path without them is looked up once.
		const form = `${request.method} ${request.path.replace(/[0-9a-f]{24}/g, '0'.repeat(24))}`;
		if (!this.routes.has(form)) {
			if (this.routes.size > 1000) this.routes.clear();
			this.routes.set(form, this.api.matchOperation(bare(request)));
		}
		return this.routes.get(form);
	}
}
