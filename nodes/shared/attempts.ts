import { isSuccess, leavesOpen, retryAfterOf } from './answer';
import type { ApiAnswer } from './answer';
import { isHarmlessTwice } from './call';
import type { ApiRequest, Call } from './call';
import { connectionError, wasNeverSent } from './connection';
import { OnDemandError } from './errors';
import { schedulerFor } from './scheduler';
import type { Outcome, Place } from './scheduler';
import { wait } from './wait';
import { textAt } from './wire';

/** How often a request is sent that was turned away or broke; refusals for their number do not count. */
const TRIES = 4;

/** Milliseconds before the second try, and how many times longer each further pause is. */
const FIRST_PAUSE = 300;
const LONGER = 3;

/** An answer that has arrived, and the place to leave when it has been read. */
export interface Attempt {
	answer: ApiAnswer;
	place: Place;
	/** Whether an earlier try may have been carried out. */
	isSecondTry: boolean;
}

/** What the answer, or the break, tells of the request. */
type Verdict =
	/** OnDemand has dealt with it, well or not; or it cannot be sent at all. */
	| 'settled'
	/** Too many requests: it was not looked at. */
	| 'refused'
	/** It did not reach who could deal with it. */
	| 'turnedAway'
	/** Its key was not accepted, or is not allowed to do this. */
	| 'denied'
	/** It may have been carried out or not. */
	| 'unknown';

const OUTCOMES: Record<Verdict, Outcome> = {
	settled: 'taken',
	refused: 'refused',
	turnedAway: 'unavailable',
	denied: 'unknown',
	unknown: 'unknown',
};

/**
 * Sends a request when it is its turn, and again where that is safe: when it was refused for its number, until
 * Rate Limit Wait is over; when it was turned away; and, where it may be repeated, when nobody knows what became
 * of it. What is known in the end is the last answer of OnDemand.
 *
 * @returns the last answer, whatever its status
 * @throws OnDemandError when the last try got no answer, or the execution is cancelled
 */
export async function attempted(
	call: Call,
	request: ApiRequest,
	sendOnce: () => Promise<ApiAnswer>,
): Promise<Attempt> {
	const scheduler = await schedulerFor(call.account, call.signal);
	const lane = scheduler.lane(laneOf(request));
	let tries = 0;
	let isSecondTry = false;
	let refusedSince: number | undefined;
	for (;;) {
		const place = await lane.place(call.turn);
		const result = await sendOnce().catch((thrown: unknown) =>
			connectionError(call, request, thrown),
		);
		const verdict = verdictOf(result);
		const retryAfter = result instanceof OnDemandError ? undefined : retryAfterOf(result);
		place.report(OUTCOMES[verdict], retryAfter);
		if (verdict === 'refused') refusedSince ??= place.since;
		else tries += 1;
		const isLast =
			verdict === 'refused'
				? Date.now() + (retryAfter ?? 0) >= (refusedSince ?? 0) + call.rateLimitWait
				: tries === TRIES || !mayRepeat(request, verdict, scheduler.isKeyAccepted && tries === 1);
		scheduler.isKeyAccepted ||= !(result instanceof OnDemandError) && isSuccess(result);
		if (isLast) return { answer: settled(result, place), place, isSecondTry };
		place.leave();
		isSecondTry ||= verdict === 'unknown';
		if (verdict !== 'refused') await wait(FIRST_PAUSE * LONGER ** (tries - 1), call.signal);
	}
}

function settled(result: ApiAnswer | OnDemandError, place: Place): ApiAnswer {
	if (!(result instanceof OnDemandError)) return result;
	place.leave();
	throw result;
}

/** Requests of a kind go in one lane: those that read or change the same part of the API. */
function laneOf({ method, path, isUpload }: ApiRequest): string {
	return isUpload ? 'upload' : `${method} ${path.split('/')[1]}`;
}

/** @param isMistake whether a denial may be one: OnDemand's gateway was seen to deny a good key now and then */
function mayRepeat(request: ApiRequest, verdict: Verdict, isMistake: boolean): boolean {
	if (verdict === 'turnedAway') return true;
	if (verdict === 'denied') return isMistake;
	return verdict === 'unknown' && isHarmlessTwice(request);
}

function verdictOf(result: ApiAnswer | OnDemandError): Verdict {
	if (result instanceof OnDemandError) {
		if (wasNeverSent(result)) return 'turnedAway';
		return result.facts.isOutcomeUnknown ? 'unknown' : 'settled';
	}
	if (result.statusCode === 429) return 'refused';
	if (isDenied(result)) return 'denied';
	if (result.statusCode === 503 || isRouteLost(result)) return 'turnedAway';
	return leavesOpen(result) ? 'unknown' : 'settled';
}

/** A model that declines a question says so with a 403 too. */
function isDenied({ statusCode, body }: ApiAnswer): boolean {
	if (statusCode === 401) return true;
	return statusCode === 403 && textAt(body, 'errorCode') !== 'content_policy_violation';
}

/** The gateway loses a route now and then; a retry finds it. */
function isRouteLost({ statusCode, body }: ApiAnswer): boolean {
	return statusCode === 404 && typeof body === 'string' && body.startsWith('no Route matched');
}
