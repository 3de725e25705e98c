/* eslint-disable @n8n/community-nodes/no-restricted-imports -- the sandbox runs on Node itself, never inside n8n */
import type { ServerResponse } from 'node:http';
import { metricsOf, tokensOf } from '../answer';
import type { Core } from '../core';
import { FrameMaker } from '../eventStream';
import { EventWriter } from '../eventWriter';
import type { Fault } from '../faults';
import { plugins } from '../seeds';
import type { TextMessage } from '../state';
import { toPluginId } from '../agents';
import { carryOut, composeAnswer, fail } from './queryWork';

const defaultTokensBeforeFault = 3;
const thinkingEvery = 4;

function tracesOf(message: TextMessage) {
	return message.agentIds.map((agentId) => {
		const plugin = plugins.find(({ pluginId }) => pluginId === toPluginId(agentId));
		return {
			agentId,
			name: plugin?.name ?? agentId,
			identifier: plugin?.identifier ?? 'rest_api',
			url: 'https://agents.example.com/run',
			method: 'GET',
			statusCode: 200,
		};
	});
}

function opening(frames: FrameMaker, message: TextMessage): string[] {
	const traces = tracesOf(message);
	const agentFrames =
		traces.length === 0
			? []
			: [
					frames.thinking('planning_thinking', 'Which agents are needed?'),
					frames.thinking('planning_output', JSON.stringify({ agents: message.agentIds })),
					frames.statusLog('agents_retrieved', 'Agents retrieved', { retrievedAgents: traces }),
					frames.statusLog('execution_completed', 'Agents executed', { executedAgents: traces }),
				];
	return [
		...agentFrames,
		frames.thinking('fulfillment_thinking', 'The user asks: '),
		frames.thinking('fulfillment_thinking', message.query.slice(0, 80)),
		frames.statusLog('fulfilling', 'Fulfilling the prompt...'),
	];
}

async function sendTokens(
	core: Core,
	writer: EventWriter,
	frames: FrameMaker,
	tokens: string[],
): Promise<void> {
	for (const [index, token] of tokens.entries()) {
		await writer.wait(core.settings.tokenDelayMs, () => frames.heartbeat());
		await writer.send(frames.fulfillment(token));
		if (index % thinkingEvery === thinkingEvery - 1) {
			await writer.send(frames.thinking('fulfillment_thinking', ' …'));
		}
	}
}

async function sendClosing(
	writer: EventWriter,
	frames: FrameMaker,
	message: TextMessage,
): Promise<void> {
	const { answer } = message;
	await writer.send(frames.statusLog('fulfillment_completed', 'Fulfillment completed', { answer }));
	await writer.send(frames.metricsLog(message.publicMetrics ?? metricsOf(message, answer, false)));
	await writer.send(frames.heartbeat());
	await writer.send(frames.done());
	writer.end();
}

/**
 * Answers a query as an event stream and completes its message, whether or not somebody reads.
 * @param response where the events go; left out, only the work is done
 * @param fault stream fault to play
 */
export async function streamAnswer(
	core: Core,
	message: TextMessage,
	response: ServerResponse | undefined,
	fault: Fault | undefined,
): Promise<void> {
	const { settings, timers } = core;
	const frames = new FrameMaker(message);
	const writer = new EventWriter(response, timers, settings.heartbeatMs);
	const tokens = tokensOf(composeAnswer(core, message));
	const sentFirst = fault ? (fault.afterTokens ?? defaultTokensBeforeFault) : tokens.length;

	writer.begin();
	await writer.send(frames.heartbeat());
	await writer.wait(settings.thinkingMs, () => frames.heartbeat());
	for (const frame of opening(frames, message)) await writer.send(frame);
	await sendTokens(core, writer, frames, tokens.slice(0, sentFirst));

	if (fault?.fault === 'error-stream') {
		const text = fault.message ?? 'Model context length exceeded';
		fail(core, message);
		await writer.send(frames.error(text, fault.errorCode ?? 'context_length_exceeded'));
		writer.end();
		return;
	}
	if (fault?.fault === 'garbled-stream') await writer.send(frames.damaged(tokens[sentFirst] ?? ''));
	if (fault?.fault === 'silent-stream') writer.mute();
	if (fault?.fault === 'cut-stream') {
		writer.end();
		writer.mute();
		await timers.sleep(fault.delayMs ?? 0);
	}
	await sendTokens(core, writer, frames, tokens.slice(sentFirst));
	carryOut(core, message);
	await sendClosing(writer, frames, message);
}
