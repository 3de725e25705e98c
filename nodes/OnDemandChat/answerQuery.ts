import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { incompleteAnswer } from '../shared/answer';
import type { ApiRequest, ItemCall } from '../shared/call';
import { asOnDemandError } from '../shared/errors';
import { inTurn } from '../shared/inTurn';
import { output } from '../shared/output';
import { send } from '../shared/send';
import { isRecord, valueAt } from '../shared/wire';
import { awaitedAnswer } from './awaitedAnswer';
import { outcomeOf } from './outcome';
import { withParsedAnswer } from './parsedAnswer';
import { externalUserOf, latestSession, newSession } from './session';
import { streamedAnswer } from './streamedAnswer';

/** Message: Send. Finds or starts the session, asks, and gives one shape of answer for all response modes. */
export async function answerQuery(call: ItemCall): Promise<INodeExecutionData[]> {
	const { context } = call;
	switch (context.getNodeParameter('sessionMode', 'latest')) {
		case 'existing':
			return await answerIn(call, call.request.path);
		case 'new':
			return await answerIn(call, pathIn(call, await newSession(call, externalUserOf(call))));
		default: {
			const user = externalUserOf(call);
			// The second of two messages that come at once must find the session which the first one starts.
			return await inTurn(`${call.account.baseUrl} ${user}`, async () => {
				const session = (await latestSession(call, user)) ?? (await newSession(call, user));
				return await answerIn(call, pathIn(call, session));
			});
		}
	}
}

function pathIn({ request }: ItemCall, sessionId: string): string {
	return request.path.replace('{sessionId}', encodeURIComponent(sessionId));
}

async function answerIn(call: ItemCall, path: string): Promise<INodeExecutionData[]> {
	const { context } = call;
	const answer = await answerBy(call, { ...call.request, path });
	const isParsed = context.getNodeParameter('options.parseAnswerAsJson', false) === true;
	const data = isParsed ? withParsedAnswer(answer) : answer;
	return output(simpleAnswer, 'messageId')([data], context).map((json) => ({ json }));
}

async function answerBy(call: ItemCall, request: ApiRequest): Promise<IDataObject> {
	const mode = call.context.getNodeParameter('responseMode', 'stream');
	if (mode === 'stream') return await streamedAnswer(call, request);
	const answer = await wholeAnswer(call, request);
	const seconds = Number(call.context.getNodeParameter('options.waitForAnswer', 0));
	return mode === 'webhook' && seconds > 0 ? await awaitedAnswer(call, answer, seconds) : answer;
}

async function wholeAnswer(call: ItemCall, request: ApiRequest): Promise<IDataObject> {
	const since = Date.now();
	try {
		const answer = valueAt((await send(call, request)).body, 'data');
		if (isRecord(answer)) return answer;
	} catch (thrown) {
		return await outcomeOf(call, request, since, asOnDemandError(thrown));
	}
	throw incompleteAnswer(['data']);
}

/** The answer in the same shape for stream, sync and webhook; the last has no answer and no usage yet. */
function simpleAnswer({ answer, sessionId, messageId, status, metrics }: IDataObject): IDataObject {
	return {
		output: answer ?? null,
		sessionId,
		messageId,
		status,
		usage: isRecord(metrics)
			? {
					inputTokens: metrics.inputTokens,
					outputTokens: metrics.outputTokens,
					totalTokens: metrics.totalTokens,
					seconds: metrics.totalTimeSec,
				}
			: null,
	};
}
