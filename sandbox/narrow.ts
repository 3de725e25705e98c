export type JsonObject = Record<string, unknown>;

/** Tells whether a value is a plain JSON object (not a list, not null). */
export function isObject(value: unknown): value is JsonObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value when it is a string, otherwise nothing. */
export function textOf(value: unknown): string | undefined {
	return typeof value === 'string' ? value : undefined;
}

/** The strings of a list; anything that is not a list of strings counts as empty. */
export function textList(value: unknown): string[] {
	return Array.isArray(value)
		? value.filter((item): item is string => typeof item === 'string')
		: [];
}

/** Reads a whole number from a query parameter; `NaN` when it is none. */
export function wholeNumber(value: unknown): number {
	const text = textOf(value) ?? '';
	return /^-?\d+$/.test(text) ? Number(text) : NaN;
}
