import type { IDataObject } from 'n8n-workflow';

/** Whether a value that came off the wire is a JSON object (no list, not null). */
export function isRecord(value: unknown): value is IDataObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value under a path of keys, or undefined where the path ends early. */
export function valueAt(value: unknown, ...path: string[]): unknown {
	return path.reduce<unknown>((at, key) => (isRecord(at) ? at[key] : undefined), value);
}

/** The text under a path of keys, or undefined when there is no text. */
export function textAt(value: unknown, ...path: string[]): string | undefined {
	const found = valueAt(value, ...path);
	return typeof found === 'string' ? found : undefined;
}

/** The JSON objects of a list; an absent list is an empty one (`data.plugins` is left out when there are none). */
export function recordsAt(value: unknown, ...path: string[]): IDataObject[] {
	const found = valueAt(value, ...path);
	return Array.isArray(found) ? found.filter(isRecord) : [];
}

/**
 * A copy without what was left empty: undefined, null, '', [] and {}, at every depth.
 * An option that the user left empty is not sent, so that the API's own default holds.
 */
export function withoutEmpty(record: IDataObject): IDataObject {
	const kept: IDataObject = {};
	for (const [key, value] of Object.entries(record)) {
		const inner = isRecord(value) ? withoutEmpty(value) : value;
		if (inner === undefined || inner === null || inner === '') continue;
		if (typeof inner === 'object' && Object.keys(inner).length === 0) continue;
		kept[key] = inner;
	}
	return kept;
}
