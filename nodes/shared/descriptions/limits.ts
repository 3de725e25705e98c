import type { INodeProperties } from 'n8n-workflow';
import { wholeNumber } from '../parameters';
import type { ItemContext } from '../itemContext';

/** Seconds for which a request is sent again that OnDemand refused for the number of requests. */
const DEFAULT_RATE_LIMIT_WAIT = 300;

export const maxParallelRequests: INodeProperties = {
	displayName: 'Max Parallel Requests',
	name: 'maxParallelRequests',
	type: 'number',
	typeOptions: { minValue: 1 },
	default: 20,
	description:
		'How many requests may be under way at the same time. Without this option, as many as OnDemand takes.',
};

export const rateLimitWait: INodeProperties = {
	displayName: 'Rate Limit Wait (Seconds)',
	name: 'rateLimitWait',
	type: 'number',
	typeOptions: { minValue: 0 },
	default: DEFAULT_RATE_LIMIT_WAIT,
	description:
		'How long a request is sent again that OnDemand refused because there were too many. After that the item fails.',
};

/** How an operation shares OnDemand with everything else that runs. */
export const requestLimits: INodeProperties[] = [maxParallelRequests, rateLimitWait];

/** Options of an operation that has no others. */
export const requestLimitOptions: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add Option',
	default: {},
	options: requestLimits,
};

/**
 * How many requests of this execution may be under way; Infinity where nothing is set.
 *
 * @throws OnDemandError when it is not a whole number above zero
 */
export function maxParallelOf(context: ItemContext): number {
	const { name, displayName } = maxParallelRequests;
	const path = `options.${name}`;
	if (context.getNodeParameter(path, null) === null) return Infinity;
	return wholeNumber(context, path, displayName, 20);
}

/** Milliseconds of Rate Limit Wait. */
export function rateLimitWaitOf(context: ItemContext): number {
	const seconds = Number(
		context.getNodeParameter('options.rateLimitWait', DEFAULT_RATE_LIMIT_WAIT),
	);
	return Number.isFinite(seconds) ? Math.max(0, seconds) * 1000 : 0;
}
