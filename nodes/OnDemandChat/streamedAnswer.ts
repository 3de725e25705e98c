import { jsonParse } from 'n8n-workflow';
import type { IDataObject } from 'n8n-workflow';
import type { ApiRequest, ItemCall } from '../shared/call';
import { connectionError } from '../shared/connection';
import { OnDemandError } from '../shared/errors';
import { eventData } from '../shared/eventStream';
import { explained } from '../shared/refusals';
import { sendForStream } from '../shared/send';
import { forwarding } from '../shared/streaming';
import type { ForwardChunk } from '../shared/streaming';
import { isRecord, textAt, valueAt, withoutEmpty } from '../shared/wire';
import { outcomeOf } from './outcome';

/** An answer as far as it has come, in the shape that OnDemand gives in sync mode. */
interface Answer extends IDataObject {
	sessionId?: string;
	messageId?: string;
	answer: string;
	metrics?: IDataObject;
	status: 'processing' | 'completed';
}

/**
 * Asks a question in stream mode and collects the answer. Where the workflow's trigger streams, each piece
 * goes on to it as it comes.
 *
 * @returns the answer in the shape of sync mode
 * @throws OnDemandError when there is no answer; it tells the message ID and what had come until then
 */
export async function streamedAnswer(call: ItemCall, request: ApiRequest): Promise<IDataObject> {
	const forward = forwarding(call.context);
	const since = Date.now();
	const answer: Answer = { answer: '', status: 'processing' };
	try {
		await collect(call, request, answer, forward);
	} catch (thrown) {
		const broken = brokenOff(answer, connectionError(call, request, thrown));
		const whole = await outcomeOf(call, request, since, broken);
		const rest = restOf(textAt(whole, 'answer') ?? '', answer.answer);
		if (rest !== '') await forward?.('item', rest);
		await forward?.('end');
		return whole;
	}
	await forward?.('end');
	return answer;
}

/** Fills the answer in from the stream, until `[DONE]`. */
async function collect(
	call: ItemCall,
	request: ApiRequest,
	answer: Answer,
	forward: ForwardChunk | undefined,
): Promise<void> {
	const { stream } = await sendForStream(call, request);
	await forward?.('begin');
	for await (const events of eventData(stream)) {
		for (const data of events) {
			if (data === '[DONE]') {
				answer.status = 'completed';
				return;
			}
			const piece = takeFrame(call, answer, data);
			if (piece !== '') await forward?.('item', piece);
		}
	}
	throw new OnDemandError('The answer broke off before its end', { isOutcomeUnknown: true });
}

/** What whoever waits at the trigger has not got yet of a whole answer. */
function restOf(whole: string, sent: string): string {
	return whole.startsWith(sent) ? whole.slice(sent.length) : `\n\n${whole}`;
}

/**
 * Adds what a frame tells to the answer and gives the piece of text that it brought. Frames of kinds that are
 * not known are passed over, as OnDemand adds new ones.
 */
function takeFrame(call: ItemCall, answer: Answer, data: string): string {
	if (data.startsWith('[ERROR]')) throw streamError(call, data.replace(/^\[ERROR\]:?/, ''));
	const frame = parsedFrame(data);
	answer.sessionId ??= textAt(frame, 'sessionId');
	answer.messageId ??= textAt(frame, 'messageId');
	const metrics = valueAt(frame, 'publicMetrics');
	if (isRecord(metrics)) answer.metrics = metrics;
	const piece = (textAt(frame, 'eventType') === 'fulfillment' && textAt(frame, 'answer')) || '';
	answer.answer += piece;
	return piece;
}

/** A frame that cannot be read is one that broke on its way: the message is looked up in place of the stream. */
function parsedFrame(data: string): unknown {
	const frame = jsonParse<IDataObject | null>(data, { fallbackValue: null });
	if (isRecord(frame)) return frame;
	throw new OnDemandError('A piece of the answer could not be read', { isOutcomeUnknown: true });
}

/** The error that OnDemand sends in the middle of a stream, when the HTTP status was sent long ago. */
function streamError(call: ItemCall, data: string): OnDemandError {
	const body: unknown = jsonParse(data, { fallbackValue: {} });
	return explained(call, {
		statusCode: 200,
		apiMessage: textAt(body, 'message') ?? data,
		errorCode: textAt(body, 'errorCode') ?? 'model_error',
		isPage: false,
	});
}

function brokenOff({ sessionId, messageId, answer }: Answer, error: OnDemandError): OnDemandError {
	const { description, ...facts } = error.facts;
	return new OnDemandError(error.message, {
		...facts,
		description:
			messageId && facts.isOutcomeUnknown
				? `OnDemand may still finish it on its side. Message: Get reads it by the message ID ${messageId}.`
				: description,
		about: withoutEmpty({ sessionId, messageId, answerSoFar: answer }),
	});
}
