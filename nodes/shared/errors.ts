import { NodeApiError } from 'n8n-workflow';
import type { IDataObject, INode, INodeExecutionData } from 'n8n-workflow';
import { withoutEmpty } from './wire';

/** n8n's own word for why a node failed; n8n 2.41 and later read it. */
type Failure = NonNullable<NodeApiError['failure']>;

/** Why a call failed, in the words of n8n. */
export type FailureCause = Failure['cause'];

export interface OnDemandErrorFacts {
	/** What the user does next. */
	description?: string;
	/** What the API said, word for word. */
	apiMessage?: string;
	/** The API's `errorCode`, or the network's code. */
	errorCode?: string;
	/** The HTTP status. */
	httpCode?: string;
	/** The API's `details`, for example the plugin IDs that it refused. */
	apiDetails?: IDataObject;
	/** The `x-trace-id` of the answer, which OnDemand's support asks for. */
	traceId?: string;
	/** What else the error item tells, for example the language that could not be translated. */
	about?: IDataObject;
	cause?: FailureCause;
	/** Milliseconds after which OnDemand would take it again, where it says so. */
	retryAfter?: number;
	/** Whether nobody knows if the request was carried out. */
	isOutcomeUnknown?: boolean;
}

/** Something that stopped an item, told in words for the user: `message` says what, `facts` what to do next. */
export class OnDemandError extends Error {
	constructor(
		message: string,
		readonly facts: OnDemandErrorFacts = {},
	) {
		super(message);
		this.name = 'OnDemandError';
	}
}

/** What stopped an item, as an OnDemandError; what the engine threw keeps its message and description. */
export function asOnDemandError(thrown: unknown): OnDemandError {
	if (thrown instanceof OnDemandError) return thrown;
	if (!(thrown instanceof Error)) return new OnDemandError(String(thrown));
	const description = 'description' in thrown ? thrown.description : undefined;
	return new OnDemandError(thrown.message, {
		description: typeof description === 'string' ? description : undefined,
	});
}

/**
 * The item that stands for an input item that could not be handled. It holds exactly `error`,
 * `message` and `details`: then n8n routes it to the error output and merges the input into it.
 */
export function errorItem({ message, facts }: OnDemandError, node: INode): INodeExecutionData {
	const { description, apiMessage, errorCode, httpCode, apiDetails, traceId, about } = facts;
	const details = { ...about, description, httpCode, errorCode, traceId, ...apiDetails };
	const item: INodeExecutionData = {
		json: {
			error: message,
			message: apiMessage || message,
			details: withoutEmpty(details),
		},
	};
	// Before 2.36, n8n routes it by this mark; one that n8n could enumerate would replace the JSON.
	const mark = { value: true, writable: true, configurable: true };
	return node.onError === 'continueErrorOutput' ? Object.defineProperty(item, 'error', mark) : item;
}

/** The same as an error that stops the workflow, as n8n's editor shows it. */
export function nodeApiError(error: OnDemandError, node: INode, itemIndex?: number): NodeApiError {
	const { description, apiMessage, errorCode, httpCode, apiDetails, traceId, about } = error.facts;
	const facts = [
		about?.languageCode && `language ${String(about.languageCode)}`,
		about?.messageId && `message ID ${String(about.messageId)}`,
		about?.mediaId && `media ID ${String(about.mediaId)}`,
		httpCode && `HTTP status ${httpCode}`,
		errorCode && `code ${errorCode}`,
		traceId && `trace ID ${traceId}`,
	].filter(Boolean);
	const nodeError = new NodeApiError(
		node,
		{ message: apiMessage || error.message },
		{
			message: error.message,
			description: [description, facts.length > 0 && `(${facts.join(', ')})`]
				.filter(Boolean)
				.join(' '),
			httpCode: httpCode ?? 'none',
			itemIndex,
			failure: failureOf(error.facts),
		},
	);
	// n8n swaps a message that holds the letters of a network code, even inside a word, for its own text.
	nodeError.message = error.message;
	nodeError.context.data = { message: apiMessage, errorCode, ...apiDetails };
	return nodeError;
}

function failureOf({ cause, retryAfter }: OnDemandErrorFacts): Failure | undefined {
	if (cause === undefined) return undefined;
	return cause === 'rate-limited' ? { cause, retryAfterMs: retryAfter } : { cause };
}
