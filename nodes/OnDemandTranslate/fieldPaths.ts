import type { IDataObject } from 'n8n-workflow';
import { isRecord } from '../shared/wire';

/**
 * Replaces the texts that paths lead to, in a copy. `a.b` leads into an object, `*` to every entry of a list
 * or object, a number to one entry; `a[*].b` and `a[].b` are other ways to write `a.*.b`. A path that ends at
 * a list leads to the texts in it. Whatever is no text stays as it is, as does a path that leads nowhere.
 */
export async function withTextsReplaced(
	json: IDataObject,
	paths: string[],
	replaced: (text: string) => Promise<string>,
): Promise<IDataObject> {
	const copy = structuredClone(json);
	const places = new Map<string, Place>();
	for (const path of paths) {
		for (const place of placesOf(copy, stepsOf(path), [])) places.set(place.path.join('\0'), place);
	}
	await Promise.all(
		[...places.values()].map(async ({ holder, key, text }) => {
			holder[key] = await replaced(text);
		}),
	);
	return copy;
}

/** A text, and where it stands. */
interface Place {
	path: string[];
	holder: Record<string, unknown>;
	key: string;
	text: string;
}

function stepsOf(path: string): string[] {
	return path
		.replace(/\[(\*|\d*)\]/g, (_, entry: string) => `.${entry || '*'}`)
		.split('.')
		.map((step) => step.trim())
		.filter((step) => step !== '');
}

function placesOf(at: unknown, [step, ...rest]: string[], path: string[]): Place[] {
	if (!isHolder(at)) return [];
	const keys = step === '*' ? Object.keys(at) : Object.keys(at).filter((key) => key === step);
	return keys.flatMap((key) => {
		const value = at[key];
		const here = [...path, key];
		if (rest.length > 0) return placesOf(value, rest, here);
		if (typeof value === 'string') return [{ path: here, holder: at, key, text: value }];
		return Array.isArray(value) && step !== '*' ? placesOf(value, ['*'], here) : [];
	});
}

function isHolder(value: unknown): value is Record<string, unknown> {
	return isRecord(value) || Array.isArray(value);
}
