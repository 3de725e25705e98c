/* eslint-disable @n8n/community-nodes/no-restricted-imports -- tests run in Node, never inside n8n */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { text as textFrom } from 'node:stream/consumers';
import { isObject } from '../../../sandbox/narrow';
import type { JsonObject } from '../../../sandbox/narrow';

/** The name of the only model there is. */
export const MODEL = 'scripted-model';

/** What a model answers: calls of tools, or a text. */
export type ModelReply = { calls: ToolCall[] } | { text: string };

/** A tool that the model wants to be called. */
export interface ToolCall {
	id: string;
	name: string;
	input: JsonObject;
}

/** A local model with the interface of OpenAI's chat completions. */
export interface OpenAiServer {
	url: string;
	/** Every request for a completion, oldest first. */
	requests: JsonObject[];
	stop(): Promise<void>;
}

function toolCalls(calls: ToolCall[]): JsonObject[] {
	return calls.map(({ id, name, input }, index) => ({
		index,
		id,
		type: 'function',
		function: { name, arguments: JSON.stringify(input) },
	}));
}

function messageOf(reply: ModelReply): JsonObject {
	return 'text' in reply
		? { role: 'assistant', content: reply.text }
		: { role: 'assistant', content: null, tool_calls: toolCalls(reply.calls) };
}

function sendJson(response: ServerResponse, body: JsonObject, status = 200): void {
	response.writeHead(status, { 'content-type': 'application/json' });
	response.end(JSON.stringify(body));
}

function sendCompletion(response: ServerResponse, reply: ModelReply, isStream: boolean): void {
	const finish = 'text' in reply ? 'stop' : 'tool_calls';
	const common = { id: 'chatcmpl-1', created: 1_790_000_000, model: MODEL };
	if (!isStream) {
		const choice = { index: 0, message: messageOf(reply), finish_reason: finish };
		const usage = { prompt_tokens: 10, completion_tokens: 10, total_tokens: 20 };
		sendJson(response, { ...common, object: 'chat.completion', choices: [choice], usage });
		return;
	}
	response.writeHead(200, { 'content-type': 'text/event-stream' });
	const chunk = (delta: JsonObject, reason: string | null) => {
		const choices = [{ index: 0, delta, finish_reason: reason }];
		const frame = { ...common, object: 'chat.completion.chunk', choices };
		response.write(`data: ${JSON.stringify(frame)}\n\n`);
	};
	if ('text' in reply) {
		chunk({ role: 'assistant', content: '' }, null);
		for (const content of reply.text.match(/\S+\s*/g) ?? []) chunk({ content }, null);
	} else {
		chunk(messageOf(reply), null);
	}
	chunk({}, finish);
	response.end('data: [DONE]\n\n');
}

async function handle(
	request: IncomingMessage,
	response: ServerResponse,
	requests: JsonObject[],
	answer: (request: JsonObject) => ModelReply,
): Promise<void> {
	if (request.method === 'GET' && request.url === '/v1/models') {
		const model = { id: MODEL, object: 'model', created: 1_790_000_000, owned_by: 'e2e' };
		sendJson(response, { object: 'list', data: [model] });
		return;
	}
	if (request.method !== 'POST' || request.url !== '/v1/chat/completions') {
		const message = `${request.method} ${request.url} is not served here`;
		sendJson(response, { error: { message } }, 404);
		return;
	}
	const body: unknown = JSON.parse(await textFrom(request));
	if (!isObject(body)) throw new Error('The body of a request for a completion is no object');
	requests.push(body);
	sendCompletion(response, answer(body), body.stream === true);
}

/** Starts a model that answers by a script. */
export async function startOpenAiServer(
	answer: (request: JsonObject) => ModelReply,
): Promise<OpenAiServer> {
	const requests: JsonObject[] = [];
	const server = createServer((request, response) => {
		handle(request, response, requests, answer).catch((error: unknown) => {
			sendJson(response, { error: { message: String(error) } }, 400);
		});
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	const address = server.address();
	if (address === null || typeof address === 'string') throw new Error('The model has no address');
	return {
		url: `http://127.0.0.1:${address.port}/v1`,
		requests,
		stop: async () => {
			server.close();
			server.closeAllConnections();
			await once(server, 'close');
		},
	};
}
