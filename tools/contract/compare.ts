import type { Outline } from './outline';

/**
 * Lists in what OnDemand's reference differs from the description that the sandbox works by.
 *
 * @param ours the outlines of the sandbox's description
 * @param served those of OnDemand's reference
 * @returns one line for each difference, in the order of the operations
 */
export function differences(ours: Map<string, Outline>, served: Map<string, Outline>): string[] {
	const known = [...ours].flatMap(([key, outline]) => {
		const found = served.get(key);
		if (!found) return outline.isDocumented ? [`${outline.name} is gone`] : [];
		if (!outline.isDocumented) return [`${outline.name} is documented now`];
		return changes(outline, found).map((change) => `${outline.name}: ${change}`);
	});
	const added = [...served].filter(([key]) => !ours.has(key));
	return [...known, ...added.map(([, { name }]) => `${name} is new`)];
}

function changes(ours: Outline, served: Outline): string[] {
	const places = new Set([...ours.details.keys(), ...served.details.keys()]);
	return [...places].flatMap((place) => {
		const [before, now] = [ours.details.get(place), served.details.get(place)];
		if (ours.observed.has(place)) return now === undefined ? [] : [`${place} is documented now`];
		if (isBelow(place, ours.observed) || before === now) return [];
		if (before === undefined) return isBelow(place, ours.open) ? [] : [`${place} is new: ${now}`];
		if (now === undefined) return isBelow(place, served.open) ? [] : [`${place} is gone`];
		return [`${place} was ${before}; it is ${now} now`];
	});
}

/** Whether a place is inside one of others, for example `answer field data.id` in `answer field data`. */
function isBelow(place: string, others: Set<string>): boolean {
	return [...others].some((other) =>
		[' ', '.', '['].some((sign) => place.startsWith(other + sign)),
	);
}
