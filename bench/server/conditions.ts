import { isObject } from '../../sandbox/narrow';

/** How fast the server answers, and how many translations a second. */
export interface Conditions {
	/** Milliseconds before each answer. */
	latency: number;
	/** The size of the bucket and what flows into it; no limit without it. */
	limit?: { capacity: number; perSecond: number };
	/** How many sessions a list has. */
	sessions?: number;
}

/** Reads the conditions of a run; throws an Error where a number is missing. */
export function readConditions(value: unknown): Conditions {
	const { latency, limit, sessions = 0 } = isObject(value) ? value : {};
	const { capacity, perSecond } = isObject(limit) ? limit : {};
	return {
		latency: numberOf(latency),
		sessions: numberOf(sessions),
		...(limit !== undefined && {
			limit: { capacity: numberOf(capacity), perSecond: numberOf(perSecond) },
		}),
	};
}

function numberOf(value: unknown): number {
	if (typeof value === 'number') return value;
	throw new Error(`${String(value)} is not a number`);
}
