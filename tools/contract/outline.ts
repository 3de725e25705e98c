import { OpenAPIBackend } from 'openapi-backend';
import type { Document } from 'openapi-backend';
import { isObject, textList } from '../../sandbox/narrow';
import type { JsonObject } from '../../sandbox/narrow';
import { detail } from './detail';

const BODY = 'body field';

/** What an operation takes and gives, in a form that can be compared. */
export interface Outline {
	/** Method and path as its description writes them, for example `GET /chat/v1/sessions`. */
	name: string;
	/** Whether OnDemand's own reference is supposed to describe it. */
	isDocumented: boolean;
	/** Each parameter and field by its place, for example `body field modelConfigs.topP`, with its type. */
	details: Map<string, string>;
	/** Places below which a description tells nothing. */
	open: Set<string>;
	/** Places that were seen in traffic, and are in no reference. */
	observed: Set<string>;
}

/** Tells whether a value is an OpenAPI description. */
export function isDocument(value: unknown): value is Document {
	return isObject(value) && typeof value.openapi === 'string' && isObject(value.paths);
}

/**
 * Outlines each operation of an OpenAPI description. The names of path parameters do not count.
 *
 * @returns the outlines, by method and path with `{}` for each parameter
 */
export async function outlinesOf(document: Document): Promise<Map<string, Outline>> {
	const api = new OpenAPIBackend({ definition: document, quick: true, strict: false });
	await api.init();
	const outlines = api.router.getOperations().map((operation): [string, Outline] => {
		const path = prefixOf(document) + operation.path;
		const name = `${operation.method.toUpperCase()} ${path}`;
		return [name.replace(/\{[^}]+\}/g, '{}').replace(/\/$/, ''), outline(name, { ...operation })];
	});
	return new Map(outlines);
}

/** The path of the server that the paths of a description are relative to. */
function prefixOf({ servers }: Document): string {
	const url = servers?.[0]?.url ?? '';
	return URL.canParse(url) ? new URL(url).pathname.replace(/\/$/, '') : '';
}

function outline(name: string, operation: JsonObject): Outline {
	const status = operation['x-doc-status'] ?? 'documented';
	const found: Outline = {
		name,
		isDocumented: status === 'documented',
		details: new Map(),
		open: new Set(),
		observed: new Set(),
	};
	for (const parameter of objectsIn(operation.parameters)) {
		if (parameter.in !== 'query') continue;
		const isRequired = parameter.required === true;
		found.details.set(
			`query parameter ${String(parameter.name)}`,
			detail(parameter.schema, isRequired),
		);
	}
	addFields(found, BODY, schemaOf(operation.requestBody));
	for (const [code, response] of Object.entries(objectAt(operation, 'responses'))) {
		if (code.startsWith('2')) addFields(found, 'answer field', schemaOf(response));
	}
	return found;
}

/** The schema of a body: of JSON, else of a form. */
function schemaOf(body: unknown): unknown {
	const content = isObject(body) ? objectAt(body, 'content') : {};
	const media = content['application/json'] ?? content['multipart/form-data'];
	return isObject(media) ? media.schema : undefined;
}

/** Adds what a schema describes at a place and below it. A schema that holds itself is followed once. */
function addFields(found: Outline, place: string, schema: unknown, above: unknown[] = []): void {
	if (!isObject(schema)) found.open.add(place);
	if (!isObject(schema) || above.includes(schema)) return;
	const path = [...above, schema];
	if (isObject(schema.items)) {
		addFields(found, `${place}[]`, schema.items, path);
		return;
	}
	const forms = ['allOf', 'anyOf', 'oneOf'].flatMap((way) => objectsIn(schema[way]));
	for (const form of forms) addFields(found, place, form, path);
	const fields = Object.entries(objectAt(schema, 'properties'));
	if (schema.additionalProperties === true || fields.length + forms.length === 0) {
		found.open.add(place);
	}
	for (const [name, field] of fields) {
		const inner = `${place}${place.endsWith(' field') ? ' ' : '.'}${name}`;
		if (isObject(field) && field['x-live-only'] === true) found.observed.add(inner);
		const isRequired = place.startsWith(BODY) && textList(schema.required).includes(name);
		found.details.set(inner, detail(field, isRequired));
		addFields(found, inner, field, path);
	}
}

function objectAt(holder: JsonObject, key: string): JsonObject {
	const value = holder[key];
	return isObject(value) ? value : {};
}

function objectsIn(value: unknown): JsonObject[] {
	return Array.isArray(value) ? value.filter(isObject) : [];
}
