import type { JsonObject } from './narrow';

/** An answer that ends an operation early: HTTP status and JSON body. */
export class ApiError extends Error {
	constructor(
		readonly status: number,
		readonly body: JsonObject,
	) {
		super(String(body.message));
	}
}

/** Refused control input (a fault, limit or setting that makes no sense). */
export class InputError extends Error {}

function envelope(status: number, message: string, errorCode: string): ApiError {
	return new ApiError(status, { message, errorCode });
}

/** 400 `invalid_request` with the given text. */
export function invalidRequest(message: string): ApiError {
	return envelope(400, message, 'invalid_request');
}

/** 400 for a request that breaks the schema in a way that has no text of its own. */
export function invalidInput(): ApiError {
	return invalidRequest('Input params are missing or invalid');
}

/** 404 for a session, message or file that does not exist. */
export function resourceNotFound(): ApiError {
	return envelope(404, 'Resource not found', 'not_found');
}

/** 404 of the chat family for a path it does not know. */
export function routeNotFound(): ApiError {
	return envelope(404, 'Route not found', 'not_found');
}

/** 400 for agents the account cannot use; names each of them. */
export function invalidAgents(agentIds: string[]): ApiError {
	return new ApiError(400, {
		message: `One or more agents are invalid: ${agentIds.join(', ')}`,
		errorCode: 'invalid_request',
		details: { invalidAgentIds: agentIds },
	});
}

/** 500 of the media family when no agent of the request can read the file. */
export function noExecutablePlugin(): ApiError {
	return envelope(500, 'errors.no.executable.plugin.found', 'server_error');
}

/** 400 of the services family for input that could not be worked on. */
export function serviceFailed(): ApiError {
	return envelope(400, 'Unknown error', '400');
}

/** 400 of the services family for a service the account has not subscribed to. */
export function notSubscribed(): ApiError {
	return invalidRequest('Please subscribe to the service to use it');
}

/** 401 for a call without the `apikey` header. */
export function keyMissing(): ApiError {
	return envelope(401, 'No API key header', 'unauthenticated');
}

/** 401 for an unknown key. */
export function keyUnknown(): ApiError {
	return envelope(401, 'Invalid API Key', 'unauthenticated');
}

/** 500 for an empty `apikey` header: the live service does not call that a wrong key. */
export function keyEmpty(): ApiError {
	return envelope(500, 'An unexpected error occurred', 'server_error');
}

/** 401 of the services family, which has a form of its own. */
export function serviceUnauthorized(requestId: string): ApiError {
	return new ApiError(401, { message: 'Unauthorized', request_id: requestId });
}

/** 429; no limit header goes with it unless asked for. */
export function tooManyRequests(): ApiError {
	return envelope(429, 'Too many requests', 'rate_limit_exceeded');
}
