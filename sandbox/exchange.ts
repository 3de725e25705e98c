import { bringsForm, readJson } from './body';
import type { Match } from './contract';
import type { Exchange } from './arrival';
import type { Call } from './core';
import {
	ApiError,
	keyEmpty,
	keyMissing,
	keyUnknown,
	routeNotFound,
	serviceUnauthorized,
	tooManyRequests,
} from './errors';
import type { Fault } from './faults';
import { faultReply } from './faultReplies';
import { hexDigits } from './ids';
import { readForm } from './multipart';
import { isObject } from './narrow';
import { operations } from './operations';
import { dribbleText, jsonReply, plainReply, sendText } from './reply';
import type { Reply, TextReply } from './reply';
import type { KeyState } from './requestLog';

const defaultDribbleMs = 1;

function refuseKey(key: KeyState, family: string): ApiError | undefined {
	if (key === 'missing') return keyMissing();
	if (key === 'empty') return keyEmpty();
	if (key === 'wrong')
		return family === 'services' ? serviceUnauthorized(hexDigits(16)) : keyUnknown();
	return undefined;
}

function refuseRate({ core, family, match }: Exchange): TextReply | undefined {
	const names = [family, match?.operationId].filter((name) => name !== undefined);
	const refusal = core.limits.take(names);
	if (!refusal) return undefined;
	const { retryAfter } = refusal;
	const headers = retryAfter === undefined ? undefined : { 'retry-after': String(retryAfter) };
	return jsonReply(429, tooManyRequests().body, headers);
}

/** Looks at everything that is decided before the operation: key, route, rate. */
function refuseEarly(exchange: Exchange): TextReply | undefined {
	const { entry, family, match } = exchange;
	if (entry.path === '/') return jsonReply(404, { error_msg: '404 Route Not Found' });
	if (family === undefined) return plainReply(404, 'Not Found');
	const refusal = refuseKey(entry.key, family);
	if (refusal) return jsonReply(refusal.status, refusal.body);
	if (!match || !operations.has(match.operationId)) {
		return family === 'chat' ? jsonReply(404, routeNotFound().body) : plainReply(404, 'Not Found');
	}
	return refuseRate(exchange);
}

async function receiveForm({
	core,
	request,
	entry,
}: Exchange): Promise<Pick<Call, 'body' | 'file'>> {
	const { fields, file } = await readForm(request, core.files);
	const { name, mimeType, sizeBytes, sha256 } = file ?? {};
	entry.body = file ? { ...fields, file: { name, mimeType, sizeBytes, sha256 } } : fields;
	if (file) {
		core.counters.counts.uploads += 1;
		core.counters.counts.bytesUploaded += file.sizeBytes;
	}
	return { body: fields, file };
}

function refusalReply(error: unknown): Reply | Promise<never> {
	if (!(error instanceof ApiError)) return Promise.reject(error);
	return jsonReply(error.status, error.body);
}

async function work(exchange: Exchange, match: Match, fault: Fault | undefined): Promise<Reply> {
	const { core, request, entry } = exchange;
	const operation = operations.get(match.operationId);
	if (!operation) return plainReply(404, 'Not Found');
	const received = bringsForm(request)
		? await receiveForm(exchange)
		: { body: isObject(entry.body) ? entry.body : undefined };
	const { method, path, headers, query } = entry;
	const { params, operationId } = match;
	const violations = core.contract.violations({
		method,
		path,
		headers,
		query,
		body: received.body,
	});
	if (operationId === 'uploadMedia' && !('file' in received && received.file)) {
		violations.push("/requestBody must have required property 'file'");
	}
	entry.violations = violations;
	if (violations.length > 0) core.counters.counts.contractViolations += 1;
	await core.timers.sleep(core.settings.latencyMs);
	return await operation({ core, params, query, ...received, violations, fault });
}

async function workUnseen(reply: Reply): Promise<void> {
	if (reply.type === 'stream') await reply.run(undefined);
}

function broken(reply: TextReply): TextReply {
	return { ...reply, status: 200, text: reply.text.slice(0, Math.ceil(reply.text.length * 0.6)) };
}

async function deliver(exchange: Exchange, reply: Reply, fault: Fault | undefined): Promise<void> {
	const { core, response } = exchange;
	const instead = fault && faultReply(fault);
	if (instead || fault?.fault === 'hang' || fault?.fault === 'reset-after') {
		await workUnseen(reply);
		if (instead) sendText(response, instead);
		if (fault?.fault === 'reset-after') response.destroy();
		return;
	}
	if (reply.type === 'stream') {
		await reply.run(response);
	} else if (fault?.fault === 'malformed-json') {
		sendText(response, broken(reply));
	} else if (fault?.fault === 'slow') {
		await dribbleText(response, reply, fault.delayMs ?? defaultDribbleMs, core.timers);
	} else {
		sendText(response, reply);
	}
}

/** Plays a fault that strikes before any work. Tells whether the request is thereby over. */
function strikeBefore({ response }: Exchange, fault: Fault): boolean {
	if (fault.fault === 'reset-before') {
		response.destroy();
		return true;
	}
	if (fault.afterWork) return false;
	if (fault.fault === 'hang') return true;
	const reply = faultReply(fault);
	if (reply) sendText(response, reply);
	return reply !== undefined;
}

/** Carries one API request through: body, fault, key, route, rate, operation, answer. */
export async function carryThrough(exchange: Exchange): Promise<void> {
	const { core, request, response, entry, match } = exchange;
	if (!bringsForm(request)) entry.body = await readJson(request);
	const streams = isObject(entry.body) && entry.body.responseMode === 'stream';
	const fault = core.faults.take(match?.operationId ?? '', streams);
	entry.fault = fault?.fault ?? null;

	if (fault && strikeBefore(exchange, fault)) return;
	const early = refuseEarly(exchange);
	if (early || !match) {
		sendText(response, early ?? plainReply(404, 'Not Found'));
		return;
	}
	const reply = await work(exchange, match, fault).catch(refusalReply);
	await deliver(exchange, reply, fault);
}
