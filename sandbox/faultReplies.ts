import type { Fault, FaultKind } from './faults';
import { jsonReply, plainReply } from './reply';
import type { ExtraHeaders, TextReply } from './reply';

const jsonBodies: Partial<Record<FaultKind, { message: string; errorCode: string }>> = {
	'401': { message: 'Invalid API Key', errorCode: 'unauthenticated' },
	'403': { message: 'Not included in your plan', errorCode: 'unauthorized' },
	'429': { message: 'Too many requests', errorCode: 'rate_limit_exceeded' },
	'500': { message: 'Internal server error', errorCode: 'server_error' },
	'502': { message: 'Bad gateway', errorCode: 'bad_gateway' },
	'503': { message: 'Resource is unavailable', errorCode: 'resource_unavailable' },
	'504': { message: 'Plugin execution timed out', errorCode: 'plugin_execution_timeout' },
};

function htmlReply(status: number, title: string): TextReply {
	const text = `<!DOCTYPE html>\n<html lang="en-US">\n<head><title>api.on-demand.io | ${status}: ${title}</title></head>\n<body><h1>${title}</h1><p>Error code ${status}</p><p>Cloudflare</p></body>\n</html>\n`;
	return { type: 'text', status, contentType: 'text/html; charset=UTF-8', text };
}

function headersOf(fault: Fault): ExtraHeaders {
	return fault.retryAfter === undefined ? {} : { 'retry-after': String(fault.retryAfter) };
}

/**
 * The answer a fault puts in place of the true one.
 * @returns nothing for a fault that disturbs the connection instead
 */
export function faultReply(fault: Fault): TextReply | undefined {
	const body = jsonBodies[fault.fault];
	if (body) return jsonReply(Number(fault.fault), body, headersOf(fault));
	switch (fault.fault) {
		case '520-html':
			return {
				...htmlReply(520, 'Web server is returning an unknown error'),
				headers: headersOf(fault),
			};
		case '502-html':
			return { ...htmlReply(502, 'Bad gateway'), headers: headersOf(fault) };
		case 'empty-500':
			return { ...plainReply(500, ''), headers: headersOf(fault) };
		case 'no-route':
			return plainReply(404, 'no Route matched with those values');
		case 'answer': {
			const { status = 500, body: given } = fault;
			return typeof given === 'string'
				? plainReply(status, given)
				: jsonReply(status, given, headersOf(fault));
		}
		case 'redirect':
			return { ...plainReply(302, ''), headers: { location: fault.location ?? '/' } };
		default:
			return undefined;
	}
}
