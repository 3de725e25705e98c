/* eslint-disable @n8n/community-nodes/no-restricted-globals -- the demo runs on Node itself, never inside n8n */
import { startSandbox } from '../sandbox/server';
import type { Counters } from '../sandbox/server';

const REAL_URL = 'https://api.on-demand.io';
const TOKEN_DELAY_MS = 40;

/** About what a request over the internet takes. */
const LATENCY_MS = 50;

/** The OnDemand API that the demo's n8n talks to. */
export interface Api {
	url: string;
	apiKey: string;
	/** What the sandbox has seen; undefined when the real API is used. */
	counters?(): Counters;
	stop(): Promise<void>;
}

/** The real API when `ONDEMAND_API_KEY` is set, else a sandbox of it on a free local port. */
export async function openApi(): Promise<Api> {
	const apiKey = process.env.ONDEMAND_API_KEY?.trim();
	if (apiKey) {
		const url = process.env.ONDEMAND_BASE_URL?.trim() || REAL_URL;
		return { url, apiKey, stop: async () => {} };
	}
	const sandbox = await startSandbox({
		settings: { tokenDelayMs: TOKEN_DELAY_MS, latencyMs: LATENCY_MS },
	});
	const { url, apiKey: sandboxKey } = sandbox;
	return {
		url,
		apiKey: sandboxKey,
		counters: () => sandbox.counters(),
		stop: async () => await sandbox.stop(),
	};
}
