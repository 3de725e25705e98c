/* eslint-disable @n8n/community-nodes/no-restricted-imports -- the benchmarks run in Node, never inside n8n */
import { setTimeout as pause } from 'node:timers/promises';
import { sendJson } from './exchange';
import type { Exchange } from './exchange';
import type { Run } from './run';
import { THINKING, TOKEN_DELAY, TOKENS } from './tempo';

const MOST_IN_A_PAGE = 50;

/** An ID as OnDemand's: 24 hexadecimal digits. */
function idOf(index: number): string {
	return index.toString(16).padStart(24, '6');
}

/** Lists sessions page by page; each user has one. */
export async function listSessions(exchange: Exchange, run: Run): Promise<void> {
	const { latency, sessions = 0 } = run.conditions;
	run.traffic.listed();
	const { searchParams } = exchange.url;
	if (latency > 0) await pause(latency);
	const user = searchParams.get('externalUserId');
	const limit = Math.min(MOST_IN_A_PAGE, Number(searchParams.get('limit') ?? 10));
	const cursor = searchParams.get('cursor');
	const start = cursor ? Number(cursor) : 0;
	const end = user ? 1 : Math.min(sessions, start + limit);
	const data = Array.from({ length: end - start }, (_, index) => session(start + index, user));
	const next = !user && end < sessions ? String(end) : '';
	const message = 'Chat sessions fetched successfully';
	sendJson(exchange, 200, { message, data, pagination: { next, limit } });
}

function session(index: number, user: string | null) {
	const time = '2026-05-04T10:11:12.131415Z';
	return {
		id: idOf(index),
		companyId: idOf(1),
		externalUserId: user ?? `customer-${index}`,
		agentIds: [],
		pluginIds: [],
		contextMetadata: [],
		title: `Question number ${index} about tents`,
		status: 'completed',
		createdBy: idOf(2),
		createdAt: time,
		updatedAt: time,
		isProcessing: false,
	};
}

/**
 * Answers a question as a stream. Its first token is the time of this moment, in milliseconds since 1970 with
 * fractions, so that whoever reads it knows how long it was under way.
 */
export async function answerQuery({ request, response, url }: Exchange): Promise<void> {
	request.resume();
	const names = { sessionId: url.pathname.split('/')[4], messageId: idOf(3) };
	const send = (frame: object) =>
		response.write(`event:message\ndata:${JSON.stringify({ ...names, ...frame })}\n\n`);
	const token = (answer: string) =>
		send({ answer, status: 'processing', eventType: 'fulfillment' });
	response.socket?.setNoDelay(true);
	response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8' });
	send({ eventType: 'statusLog', currentStatusLog: { statusType: 'fulfilling' } });
	await pause(THINKING);
	token(`${performance.timeOrigin + performance.now()} `);
	for (let index = 1; index < TOKENS; index += 1) {
		await pause(TOKEN_DELAY);
		token('word ');
	}
	const publicMetrics = { inputTokens: 10, outputTokens: TOKENS, totalTokens: TOKENS + 10 };
	send({ eventType: 'metricsLog', publicMetrics });
	response.end('event:message\ndata:[DONE]\n\n');
}
