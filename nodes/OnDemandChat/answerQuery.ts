import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import type { ApiRequest, ItemCall } from '../shared/call';
import { inTurn } from '../shared/inTurn';
import { send } from '../shared/send';
import { isRecord, valueAt } from '../shared/wire';
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
			return await inTurn(`${call.baseUrl} ${user}`, async () => {
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
	const request: ApiRequest = { ...call.request, path };
	const answer =
		call.context.getNodeParameter('responseMode', 'stream') === 'stream'
			? await streamedAnswer(call, request)
			: valueAt((await send(call, request)).body, 'data');
	const data = isRecord(answer) ? answer : {};
	const isSimple = call.context.getNodeParameter('simplify', true) === true;
	return [{ json: isSimple ? simpleAnswer(data) : data }];
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
