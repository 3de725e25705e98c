import { jsonParse } from 'n8n-workflow';
import type { IDataObject } from 'n8n-workflow';
import { asOnDemandError, OnDemandError } from '../shared/errors';

/** Models like to wrap JSON in a fenced block of Markdown. */
const FENCED = /^\s*```(?:json)?\s*\n([^]*?)\n?```\s*$/;

/**
 * An answer whose text has been turned into what its JSON says.
 *
 * @throws OnDemandError when the text is not JSON; it tells the answer and its message ID
 */
export function withParsedAnswer(data: IDataObject): IDataObject {
	const text = String(data.answer ?? '');
	const json = FENCED.exec(text)?.[1] ?? text;
	try {
		return { ...data, answer: jsonParse<IDataObject[string]>(json) };
	} catch (thrown) {
		throw notJson(data, asOnDemandError(thrown).message);
	}
}

function notJson({ answer, sessionId, messageId }: IDataObject, reason: string): OnDemandError {
	return new OnDemandError('The answer is not JSON', {
		description:
			'Ask for JSON and nothing else in the message or the system prompt, or turn off Parse Answer as JSON.',
		apiMessage: reason,
		about: { answer, sessionId, messageId },
	});
}
