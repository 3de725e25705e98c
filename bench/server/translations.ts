/* eslint-disable @n8n/community-nodes/no-restricted-imports -- the benchmarks run in Node, never inside n8n */
import { setTimeout as pause } from 'node:timers/promises';
import { readJson } from '../../sandbox/body';
import { isObject } from '../../sandbox/narrow';
import { sendJson } from './exchange';
import type { Exchange } from './exchange';
import type { Run } from './run';

/** Translates by putting the language code in front, as the sandbox does, or refuses for the number of requests. */
export async function translate(exchange: Exchange, run: Run): Promise<void> {
	const { traffic, conditions } = run;
	traffic.arrived();
	const body = await readJson(exchange.request);
	const isLetIn = run.letsIn();
	if (conditions.latency > 0) await pause(conditions.latency);
	traffic.answered(isLetIn);
	if (!isLetIn) {
		sendJson(exchange, 429, { message: 'Too many requests', errorCode: 'rate_limit_exceeded' });
		return;
	}
	const { input, languageCode } = isObject(body) ? body : {};
	const data = { translatedText: `[${String(languageCode)}] ${String(input)}` };
	sendJson(exchange, 200, { message: 'Service executed successfully', data });
}
