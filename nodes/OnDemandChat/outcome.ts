import type { IDataObject } from 'n8n-workflow';
import type { ApiRequest, ItemCall } from '../shared/call';
import { OnDemandError } from '../shared/errors';
import { lookedUp } from '../shared/lookUp';
import { textAt } from '../shared/wire';
import { awaitedAnswer } from './awaitedAnswer';

/** The newest messages of a session among which a broken query is looked for. */
const NEWEST = 5;

/** Milliseconds that OnDemand gets to finish the answer to a query that broke, where the user set no Timeout. */
const PATIENCE = 10 * 60 * 1000;

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
	const seconds = (call.settings.timeout ?? PATIENCE) / 1000;
	const accepted = { sessionId, messageId, status: 'processing' };
	if (call.context.getNodeParameter('responseMode', 'stream') === 'webhook') return accepted;
	const answer = await awaitedAnswer(call, accepted, seconds);
	if (answer.status === 'completed') return answer;
	throw broken;
}

/** The ID of the message that holds a query; undefined when OnDemand has none, or cannot be asked. */
async function messageIdOf(
	call: ItemCall,
	{ path }: ApiRequest,
	since: number,
): Promise<string | undefined> {
	const newest = {
		path: path.replace(/query$/, 'messages'),
		query: { sort: 'desc', limit: NEWEST },
	};
	const found = await lookedUp(
		call,
		newest,
		since,
		({ query }) => query === call.request.body.query,
	);
	return textAt(found, 'id');
}

function notFound(sessionId: string, { message, facts }: OnDemandError): OnDemandError {
	return new OnDemandError(message, {
		...facts,
		description:
			`${facts.description ?? ''} No such message was found in the session afterwards.`.trim(),
		about: { ...facts.about, sessionId },
	});
}
