/* eslint-disable @n8n/community-nodes/no-restricted-imports -- tests run in Node, never inside n8n */
import { setTimeout as pause } from 'node:timers/promises';
import { isObject, textOf } from '../../../sandbox/narrow';
import type { Stage } from '../stage';

const PUBLISH_MS = 20_000;
const POLL_MS = 100;

function streamed(lines: string): string {
	return lines
		.split('\n')
		.filter(Boolean)
		.map((line): unknown => JSON.parse(line))
		.map((frame) => (isObject(frame) && frame.type === 'item' ? textOf(frame.content) : ''))
		.join('');
}

/** Says something in a chat that streams, once the workflow is published. Gives the whole answer. */
export async function untilAnswered({ n8n, signal }: Stage, path: string): Promise<string> {
	const question = { action: 'sendMessage', sessionId: 'ada', chatInput: 'Say it in Spanish.' };
	const deadline = Date.now() + PUBLISH_MS;
	for (;;) {
		const response = await n8n.fetch('POST', path, question);
		const text = await response.text();
		if (response.ok) return streamed(text);
		if (response.status !== 404 || Date.now() > deadline) {
			throw new Error(`The chat answered with ${response.status}: ${text}`);
		}
		await pause(POLL_MS, undefined, { signal });
	}
}
