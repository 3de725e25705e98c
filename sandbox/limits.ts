import { InputError } from './errors';
import { isObject } from './narrow';

export const families = ['chat', 'media', 'plugin', 'services', 'config'] as const;

/** A token bucket over a route family or one operation. Give `perSecond` or `perMinute`. */
export interface Limit {
	/** Route family or operation id. */
	family: string;
	/** Requests that may come at once. */
	capacity: number;
	perSecond?: number;
	perMinute?: number;
	/** Whether a refusal names the wait in a `Retry-After` header. */
	retryAfter?: boolean;
}

const allNames = ['family', 'capacity', 'perSecond', 'perMinute', 'retryAfter'];

/**
 * Checks a limit that came from outside.
 * @param operations ids a limit may name besides the families
 * @returns the limit; throws an `InputError` that names what is wrong
 */
export function readLimit(input: unknown, operations: readonly string[]): Limit {
	if (!isObject(input)) throw new InputError('a limit must be a JSON object');
	const unknownNames = Object.keys(input).filter((name) => !allNames.includes(name));
	if (unknownNames.length > 0) throw new InputError(`unknown field ${unknownNames.join(', ')}`);

	const { family, capacity, perSecond, perMinute, retryAfter } = input;
	const known: readonly string[] = [...families, ...operations];
	if (typeof family !== 'string' || !known.includes(family)) {
		throw new InputError(`family must be one of ${known.join(', ')}`);
	}
	if (typeof capacity !== 'number' || !(capacity >= 1)) {
		throw new InputError('capacity must be a number of 1 or more');
	}
	if ((perSecond === undefined) === (perMinute === undefined)) {
		throw new InputError('give either perSecond or perMinute');
	}
	const rate = perSecond ?? perMinute;
	if (typeof rate !== 'number' || !Number.isFinite(rate) || rate < 0) {
		throw new InputError('perSecond and perMinute must be numbers of 0 or more');
	}
	if (retryAfter !== undefined && typeof retryAfter !== 'boolean') {
		throw new InputError('retryAfter must be true or false');
	}
	return {
		family,
		capacity,
		...(perSecond === undefined ? { perMinute: rate } : { perSecond: rate }),
		retryAfter: retryAfter === true,
	};
}

interface Bucket {
	limit: Limit;
	tokens: number;
	filledAt: number;
}

/** Outcome of a refused request: the header to send, if any. */
export interface Refusal {
	retryAfter?: number;
}

/** The token buckets in force. */
export class LimitList {
	private buckets = new Map<string, Bucket>();

	/** Sets the limit of a family or operation; replaces an earlier one. */
	set(limit: Limit): void {
		this.buckets.set(limit.family, { limit, tokens: limit.capacity, filledAt: Date.now() });
	}

	/** Lifts all limits. */
	clear(): void {
		this.buckets.clear();
	}

	/** The limits in force. */
	list(): Limit[] {
		return [...this.buckets.values()].map(({ limit }) => ({ ...limit }));
	}

	/**
	 * Lets a request pass or refuses it; a request must pass every bucket it belongs to.
	 * @returns nothing when it passes
	 */
	take(names: readonly string[]): Refusal | undefined {
		const buckets = names.flatMap((name) => this.buckets.get(name) ?? []);
		const now = Date.now();
		for (const bucket of buckets) {
			const { capacity, perSecond, perMinute, retryAfter } = bucket.limit;
			const rate = perSecond ?? (perMinute ?? 0) / 60;
			const earned = ((now - bucket.filledAt) / 1000) * rate;
			bucket.tokens = Math.min(capacity, bucket.tokens + earned);
			bucket.filledAt = now;
			if (bucket.tokens < 1) {
				const wait = rate > 0 ? Math.ceil((1 - bucket.tokens) / rate) : 60;
				return retryAfter ? { retryAfter: wait } : {};
			}
		}
		for (const bucket of buckets) bucket.tokens -= 1;
		return undefined;
	}
}
