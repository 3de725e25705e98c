import type { IDataObject } from 'n8n-workflow';
import type { ApiRequest, ItemCall } from '../shared/call';
import { OnDemandError } from '../shared/errors';
import { polled } from '../shared/polling';
import { send } from '../shared/send';
import { recordsAt, textAt } from '../shared/wire';
import { awaitedAnswer } from './awaitedAnswer';

/** How far the clocks of n8n and OnDemand may differ, in milliseconds. */
const CLOCK_DIFFERENCE = 5000;

/** The newest messages of a session among which a broken query is looked for. */
const NEWEST = 5;

/** Seconds that OnDemand gets to store a message whose query broke, and to finish its answer. */
const STORING_SECONDS = 3;
const ANSWERING_SECONDS = 600;

/**
 * What became of a query that broke. It is never sent a second time: the message that came of it is looked
 * up, by the ID that the stream had told or else by its text, and its answer waited for.
 *
 * @param since when the query was sent, in milliseconds
 * @param broken how it broke; an error that leaves nothing open is thrown again
 * @returns the answer in the shape of sync mode
 * @throws OnDemandError that tells what is known, when there is no answer
 */
export async function outcomeOf(
	call: ItemCall,
	request: ApiRequest,
	since: number,
	broken: OnDemandError,
): Promise<IDataObject> {
	if (!broken.facts.isOutcomeUnknown || call.signal?.aborted) throw broken;
	const [, , , , sessionId] = request.path.split('/');
	const known = textAt(broken.facts.about, 'messageId');
	const messageId = known ?? (await messageIdOf(call, request, since));
	if (messageId === undefined) throw notFound(sessionId, broken);
	const accepted = { sessionId, messageId, status: 'processing' };
	if (call.context.getNodeParameter('responseMode', 'stream') === 'webhook') return accepted;
	const answer = await awaitedAnswer(call, accepted, ANSWERING_SECONDS);
	if (answer.status === 'completed') return answer;
	throw broken;
}

/** The ID of the message that holds a query; undefined when OnDemand has none, or cannot be asked. */
async function messageIdOf(
	call: ItemCall,
	request: ApiRequest,
	since: number,
): Promise<string | undefined> {
	const path = request.path.replace(/query$/, 'messages');
	const query = { sort: 'desc', limit: NEWEST };
	const [found] = await Promise.allSettled([
		polled(call, STORING_SECONDS, async () => {
			const { body } = await send(call, { method: 'GET', path, query });
			return recordsAt(body, 'data').find(
				(message) =>
					message.query === call.request.body.query &&
					Date.parse(String(message.createdAt)) >= since - CLOCK_DIFFERENCE,
			);
		}),
	]);
	return found.status === 'fulfilled' ? textAt(found.value, 'id') : undefined;
}

function notFound(sessionId: string, { message, facts }: OnDemandError): OnDemandError {
	return new OnDemandError(message, {
		...facts,
		description:
			`${facts.description ?? ''} No such message was found in the session afterwards.`.trim(),
		about: { ...facts.about, sessionId },
	});
}
