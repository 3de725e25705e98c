import type { IDataObject } from 'n8n-workflow';
import type { ItemCall } from '../shared/call';
import { OnDemandError } from '../shared/errors';
import { polled } from '../shared/polling';
import { send } from '../shared/send';
import { isRecord, valueAt } from '../shared/wire';

/**
 * The answer to a message that was sent in webhook mode, as soon as OnDemand has it.
 *
 * @param accepted what OnDemand said when it took the message
 * @param seconds how long to look for the answer
 * @returns the answer in the shape of sync mode, or `accepted` when time is up
 * @throws OnDemandError when OnDemand could not answer
 */
export async function awaitedAnswer(
	call: ItemCall,
	accepted: IDataObject,
	seconds: number,
): Promise<IDataObject> {
	const { sessionId, messageId } = accepted;
	const path = `/chat/v1/sessions/${sessionId}/messages/${messageId}`;
	const message = await polled(call, seconds, async () => {
		const found = valueAt((await send(call, { method: 'GET', path })).body, 'data');
		return isRecord(found) && found.status !== 'processing' ? found : undefined;
	});
	if (!message) return accepted;
	const { answer, publicMetrics: metrics, status } = message;
	if (status === 'failed') throw notAnswered(accepted);
	return { sessionId, messageId, answer, metrics, status };
}

function notAnswered({ sessionId, messageId }: IDataObject): OnDemandError {
	return new OnDemandError('OnDemand could not answer the message', {
		description: 'Send it again. If it stays so, choose another model or fewer plugins.',
		about: { sessionId, messageId },
	});
}
