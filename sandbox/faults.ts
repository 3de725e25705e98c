import { InputError } from './errors';
import { isObject } from './narrow';

export const faultKinds = [
	'401',
	'403',
	'429',
	'500',
	'502',
	'503',
	'504',
	'520-html',
	'502-html',
	'empty-500',
	'malformed-json',
	'no-route',
	'redirect',
	'reset-before',
	'reset-after',
	'slow',
	'hang',
	'cut-stream',
	'error-stream',
	'silent-stream',
	'garbled-stream',
	'answer',
] as const;

export type FaultKind = (typeof faultKinds)[number];

const streamFaults: readonly FaultKind[] = [
	'cut-stream',
	'error-stream',
	'silent-stream',
	'garbled-stream',
];

/** A disturbance of one or more requests. */
export interface Fault {
	fault: FaultKind;
	/** Operation it hits, e.g. `submitQuery`; `storage` for downloads. Left out: every operation. */
	operation?: string;
	/** How many requests it hits: 1 unless told, 0 for always. */
	times?: number;
	/** The part of the matching requests that it hits, from 0 to 1; all unless told. */
	share?: number;
	/** How many matching requests pass before it hits. */
	skip?: number;
	/** Value of a `Retry-After` header (status faults). */
	retryAfter?: string | number;
	/** Tokens a disturbed stream sends first; 3 unless told. */
	afterTokens?: number;
	/** `slow`: wait between two bytes. `cut-stream`: time until the work is done after the cut. */
	delayMs?: number;
	/** Target of `redirect`. */
	location?: string;
	/** Status faults and `hang`: the work is done first, only the answer is lost. */
	afterWork?: boolean;
	/** `error-stream`: text and code of the error. */
	message?: string;
	errorCode?: string;
	/** `answer`: its HTTP status, and its body: a text, or anything that JSON can say. */
	status?: number;
	body?: unknown;
}

const numberNames = ['times', 'skip', 'afterTokens', 'delayMs', 'status'] as const;
const textNames = ['operation', 'location', 'message', 'errorCode'] as const;
const allNames = [...numberNames, ...textNames, 'fault', 'retryAfter', 'afterWork', 'share', 'body'];

function readKind(value: unknown): FaultKind {
	const kind = faultKinds.find((name) => name === String(value));
	if (!kind) throw new InputError(`fault must be one of ${faultKinds.join(', ')}`);
	return kind;
}

/**
 * Checks a fault that came from outside.
 * @param operations ids a fault may name
 * @returns the fault; throws an `InputError` that names what is wrong
 */
export function readFault(input: unknown, operations: readonly string[]): Fault {
	if (!isObject(input)) throw new InputError('a fault must be a JSON object');
	const unknownNames = Object.keys(input).filter((name) => !allNames.includes(name));
	if (unknownNames.length > 0) throw new InputError(`unknown field ${unknownNames.join(', ')}`);

	const fault: Fault = { fault: readKind(input.fault) };
	for (const name of numberNames) {
		const value = input[name];
		if (value === undefined) continue;
		if (typeof value !== 'number' || !Number.isInteger(value) || value < 0) {
			throw new InputError(`${name} must be a whole number of 0 or more`);
		}
		fault[name] = value;
	}
	for (const name of textNames) {
		const value = input[name];
		if (value === undefined) continue;
		if (typeof value !== 'string' || value === '') throw new InputError(`${name} must be a text`);
		fault[name] = value;
	}
	const { retryAfter, afterWork, share, body } = input;
	if (share !== undefined) {
		if (typeof share !== 'number' || !(share >= 0 && share <= 1)) {
			throw new InputError('share must be a number from 0 to 1');
		}
		fault.share = share;
	}
	if (retryAfter !== undefined) {
		if (typeof retryAfter !== 'string' && typeof retryAfter !== 'number') {
			throw new InputError('retryAfter must be a number of seconds or an HTTP date');
		}
		fault.retryAfter = retryAfter;
	}
	if (afterWork !== undefined) {
		if (typeof afterWork !== 'boolean') throw new InputError('afterWork must be true or false');
		fault.afterWork = afterWork;
	}
	if (body !== undefined) fault.body = body;
	if (fault.fault === 'answer' && (fault.status === undefined || body === undefined)) {
		throw new InputError('answer needs a status and a body');
	}
	if (fault.operation !== undefined && !operations.includes(fault.operation)) {
		throw new InputError(`operation must be one of ${operations.join(', ')}`);
	}
	if (fault.fault === 'redirect' && fault.location === undefined) {
		throw new InputError('redirect needs a location');
	}
	return fault;
}

const FIRST_RANDOM = 1;

interface ArmedFault {
	fault: Fault;
	toSkip: number;
	left: number;
}

/** The faults that wait for their requests, oldest first. */
export class FaultList {
	private armed: ArmedFault[] = [];

	/** Where the sequence of random numbers stands; the same sequence after each start. */
	private random = FIRST_RANDOM;

	/** Arms a fault. */
	add(fault: Fault): void {
		const times = fault.times ?? 1;
		this.armed.push({
			fault,
			toSkip: fault.skip ?? 0,
			left: times === 0 ? Infinity : times,
		});
	}

	/** Disarms all. */
	clear(): void {
		this.armed = [];
		this.random = FIRST_RANDOM;
	}

	/** The faults still armed. */
	list(): Fault[] {
		return this.armed.map(({ fault }) => ({ ...fault }));
	}

	/**
	 * Takes the fault a request meets, if any, and counts it as used.
	 * @param operation what the request asks for
	 * @param streams whether it asks for an event stream; only then a stream fault can hit
	 */
	take(operation: string, streams: boolean): Fault | undefined {
		for (const entry of this.armed) {
			const target = entry.fault.operation;
			const hits = target === undefined ? operation !== 'storage' : target === operation;
			if (!hits || (streamFaults.includes(entry.fault.fault) && !streams)) continue;
			if (entry.fault.share !== undefined && this.nextRandom() >= entry.fault.share) continue;
			if (entry.toSkip > 0) {
				entry.toSkip -= 1;
				continue;
			}
			entry.left -= 1;
			if (entry.left <= 0) this.armed = this.armed.filter((other) => other !== entry);
			return entry.fault;
		}
		return undefined;
	}
	/** A number from 0 to 1, by a linear congruential generator (the constants of Numerical Recipes). */
	private nextRandom(): number {
		this.random = (this.random * 1_664_525 + 1_013_904_223) % 2 ** 32;
		return this.random / 2 ** 32;
	}
}
