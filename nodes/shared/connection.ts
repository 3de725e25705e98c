import type { ApiRequest, Call } from './call';
import { asOnDemandError, OnDemandError } from './errors';

/** Codes of Node and axios for a connection that never came about, so that nothing was carried out. */
const NEVER_CONNECTED = [
	'ECONNREFUSED',
	'ENOTFOUND',
	'EAI_AGAIN',
	'EHOSTUNREACH',
	'ENETUNREACH',
	'EADDRNOTAVAIL',
];

const TIMED_OUT = ['ECONNABORTED', 'ETIMEDOUT', 'ESOCKETTIMEDOUT'];

const BROKEN = [
	'ECONNRESET',
	'EPIPE',
	'ERR_BAD_RESPONSE',
	'ERR_STREAM_PREMATURE_CLOSE',
	'ABORT_ERR',
];

/**
 * What stopped a request that got no answer, in words for the user.
 *
 * @param thrown what n8n's request helper or the stream of a body threw
 */
export function connectionError(call: Call, request: ApiRequest, thrown: unknown): OnDemandError {
	if (call.signal?.aborted) return new OnDemandError('The execution was cancelled');
	const known = causes(thrown).find((cause) => cause instanceof OnDemandError);
	if (known) return known;
	const code = causes(thrown).map(codeOf).find(Boolean);
	if (code === undefined) return asOnDemandError(thrown);
	const facts = { errorCode: code, cause: 'temporarily-unavailable' as const };
	if (NEVER_CONNECTED.includes(code)) {
		return new OnDemandError(`OnDemand could not be reached at ${call.account.baseUrl}`, {
			...facts,
			description:
				'Check the Base URL in the OnDemand API credential, and that your n8n server may connect to it.',
		});
	}
	if (TIMED_OUT.includes(code)) {
		return new OnDemandError('OnDemand did not answer in time', {
			...facts,
			isOutcomeUnknown: true,
			description: `${maybeDone(request)} Raise Timeout under Request Options if the answer needs longer.`,
		});
	}
	if (BROKEN.includes(code)) {
		return new OnDemandError('The connection to OnDemand broke before the answer was complete', {
			...facts,
			isOutcomeUnknown: true,
			description: maybeDone(request),
		});
	}
	return new OnDemandError(`OnDemand could not be reached at ${call.account.baseUrl} (${code})`, {
		...facts,
		description: 'Check the Base URL in the OnDemand API credential and its certificate.',
	});
}

function maybeDone({ method }: ApiRequest): string {
	return method === 'GET'
		? 'Nothing was changed; the item can be run again.'
		: 'The request may have been carried out all the same. Look in OnDemand before you run this item again.';
}

/** Whether a request that broke had not reached anybody. */
export function wasNeverSent({ facts }: OnDemandError): boolean {
	return NEVER_CONNECTED.includes(facts.errorCode ?? '');
}

/** An error and what caused it, innermost last; n8n wraps axios' errors. */
function causes(thrown: unknown): unknown[] {
	const chain: unknown[] = [];
	for (let at = thrown; at instanceof Error && chain.length < 5; at = at.cause) chain.push(at);
	return chain;
}

function codeOf(error: unknown): string | undefined {
	const code = error instanceof Error && 'code' in error ? error.code : undefined;
	return typeof code === 'string' ? code : undefined;
}
