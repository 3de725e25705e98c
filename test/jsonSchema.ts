/** A JSON schema that describes a value, in the form of n8n's own output schemas. */
export function jsonSchemaOf(value: unknown): object {
	if (value === null) return { type: 'null' };
	if (Array.isArray(value)) {
		return { type: 'array', ...(value.length > 0 && { items: jsonSchemaOf(value[0]) }) };
	}
	if (typeof value === 'object') {
		const properties = Object.fromEntries(
			Object.entries(value).map(([key, inner]) => [key, jsonSchemaOf(inner)]),
		);
		return { type: 'object', properties };
	}
	return { type: typeof value };
}
