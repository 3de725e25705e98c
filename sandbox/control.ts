/* eslint-disable @n8n/community-nodes/no-restricted-imports -- the sandbox runs on Node itself, never inside n8n */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { readJson } from './body';
import type { Core } from './core';
import { InputError } from './errors';
import { faultKinds, readFault } from './faults';
import { families, readLimit } from './limits';
import { operationIds } from './operations';
import { jsonReply, sendText } from './reply';
import type { TextReply } from './reply';
import { readSettings } from './settings';

const routes = {
	'GET /_sandbox/': 'this summary',
	'POST /_sandbox/reset': 'back to the start: state, settings, counters, log, faults, limits',
	'POST /_sandbox/faults': 'arm a fault, e.g. {"operation":"submitQuery","fault":"429","times":2}',
	'DELETE /_sandbox/faults': 'disarm all faults',
	'POST /_sandbox/limits': 'set a limit, e.g. {"family":"media","capacity":5,"perMinute":5}',
	'DELETE /_sandbox/limits': 'lift all limits',
	'POST /_sandbox/settings': 'change settings, e.g. {"latencyMs":200}',
	'GET /_sandbox/counters': 'what was seen and done',
	'GET /_sandbox/requests': 'the last requests',
};

/** Arms a fault after a check; throws an `InputError`. */
export function addFault(core: Core, input: unknown): void {
	core.faults.add(readFault(input, operationIds));
}

/** Sets a limit after a check; throws an `InputError`. */
export function setLimit(core: Core, input: unknown): void {
	core.limits.set(readLimit(input, operationIds));
}

/** Changes settings after a check; throws an `InputError`. */
export function configure(core: Core, input: unknown): void {
	Object.assign(core.settings, readSettings(input));
}

function summary(core: Core) {
	const { state, settings, faults, limits } = core;
	const messages = [...state.messages.values()].reduce((sum, list) => sum + list.length, 0);
	return {
		sandbox: core.url,
		state: { sessions: state.sessions.size, messages, media: state.media.size },
		settings,
		faults: faults.list(),
		limits: limits.list(),
		help: { routes, faults: faultKinds, families, operations: operationIds },
	};
}

const done = { ok: true };

async function answer(core: Core, route: string, body: unknown): Promise<TextReply> {
	switch (route) {
		case 'GET /_sandbox':
			return jsonReply(200, summary(core));
		case 'POST /_sandbox/reset':
			await core.reset();
			return jsonReply(200, done);
		case 'POST /_sandbox/faults':
			addFault(core, body);
			return jsonReply(200, done);
		case 'DELETE /_sandbox/faults':
			core.faults.clear();
			return jsonReply(200, done);
		case 'POST /_sandbox/limits':
			setLimit(core, body);
			return jsonReply(200, done);
		case 'DELETE /_sandbox/limits':
			core.limits.clear();
			return jsonReply(200, done);
		case 'POST /_sandbox/settings':
			configure(core, body);
			return jsonReply(200, core.settings);
		case 'GET /_sandbox/counters':
			return jsonReply(200, core.counters.snapshot());
		case 'GET /_sandbox/requests':
			return jsonReply(200, core.log.list());
		default:
			return jsonReply(404, { error: 'no such control route', routes });
	}
}

function refusal(error: unknown): TextReply | Promise<never> {
	if (!(error instanceof InputError)) return Promise.reject(error);
	return jsonReply(400, { error: error.message });
}

/** Answers a request to the control routes under `/_sandbox`; they need no key. */
export async function control(
	core: Core,
	request: IncomingMessage,
	response: ServerResponse,
	path: string,
): Promise<void> {
	const body = await readJson(request);
	const route = `${request.method ?? ''} ${path.replace(/\/$/, '')}`;
	sendText(response, await answer(core, route, body).catch(refusal));
}
