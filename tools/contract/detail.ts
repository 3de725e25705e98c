import { isObject } from '../../sandbox/narrow';

/** The type of a value, for example `array of string`, whether it is required, and what it may be. */
export function detail(schema: unknown, isRequired: boolean): string {
	const values = isObject(schema) && Array.isArray(schema.enum) ? schema.enum.map(String) : [];
	return [
		typeOf(schema),
		...(isRequired ? ['required'] : []),
		...(values.length > 0 ? [`one of ${values.sort().join(' ')}`] : []),
	].join(', ');
}

function typeOf(schema: unknown): string {
	if (!isObject(schema)) return 'anything';
	const [type = 'anything'] = [schema.type].flat().filter((name) => name !== 'null');
	return isObject(schema.items) ? `${String(type)} of ${typeOf(schema.items)}` : String(type);
}
