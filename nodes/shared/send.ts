import type { IHttpRequestOptions } from 'n8n-workflow';
import { attempted } from './attempts';
import { asAnswer, bodyStream, isStream, isSuccess, withRefusalRead } from './answer';
import type { ApiAnswer, BodyStream } from './answer';
import type { ApiRequest, Call } from './call';
import { CREDENTIAL } from './credential';
import { asOnDemandError, OnDemandError } from './errors';
import { endedBy } from './itemContext';
import { endWhenSilent, IDLE_SECONDS } from './patience';
import { refusalError } from './refusals';
import type { Place } from './scheduler';

/** Milliseconds that a request may take where the user set no Timeout: an answer with plugins can need minutes. */
const PATIENCE = 10 * 60 * 1000;

/** An answer whose body is read as it arrives. */
export interface StreamedAnswer {
	headers: ApiAnswer['headers'];
	stream: BodyStream;
}

/**
 * Sends one request of a call and reads its JSON.
 *
 * @throws OnDemandError for everything but a 2xx answer with JSON: what the API said and what to do next
 */
export async function send(call: Call, request: ApiRequest = call.request): Promise<ApiAnswer> {
	const { answer, place, isSecondTry } = await attempted(
		call,
		request,
		async () => await exchange(call, request, 'json'),
	);
	place.leave();
	if (isSuccess(answer) && typeof answer.body === 'object') return answer;
	const wasGone = request.method === 'DELETE' && isSecondTry && answer.statusCode === 404;
	if (wasGone) return { ...answer, body: {} };
	throw refusalError(call, answer);
}

/**
 * Sends one request whose answer comes bit by bit. Its end, and a cancelled execution, end the stream.
 *
 * @throws OnDemandError for everything but a 2xx answer
 */
export async function sendForStream(
	call: Call,
	request: ApiRequest = call.request,
): Promise<StreamedAnswer> {
	const { answer, place } = await attempted(
		call,
		request,
		async () => await exchange(call, request, 'stream'),
	);
	if (isSuccess(answer)) return streamed(answer, place);
	place.leave();
	throw refusalError(call, answer);
}

/**
 * Gets a file behind a link that the API gave. The storage is another host: no key goes there.
 *
 * @throws OnDemandError when the file is not there
 */
export async function download(call: Call, url: string): Promise<StreamedAnswer> {
	const request: ApiRequest = { method: 'GET', path: '/storage' };
	const { answer, place } = await attempted(call, request, async () => {
		return await exchanged(call, 'stream', async (common) => {
			return await call.context.helpers.httpRequest({ ...common, method: 'GET', url });
		});
	}).catch(
		async (thrown: unknown) => await Promise.reject(notDownloaded(url, asOnDemandError(thrown))),
	);
	if (isSuccess(answer)) return streamed(answer, place);
	place.leave();
	throw notDownloaded(url, refusalError(call, answer));
}

/** An answer that comes as a stream; its place is free again when the stream is closed. */
function streamed(answer: ApiAnswer, place: Place): StreamedAnswer {
	const stream = bodyStream(answer);
	stream.once('close', () => place.leave());
	return { headers: answer.headers, stream };
}

function notDownloaded(url: string, { message, facts }: OnDemandError): OnDemandError {
	const reason = facts.httpCode ? `HTTP status ${facts.httpCode}` : (facts.errorCode ?? message);
	return new OnDemandError(
		`The file could not be downloaded from ${new URL(url).host} (${reason})`,
		{
			...facts,
			description:
				'Links to files expire after some days. Get a new one, or check that your n8n server may connect to this host.',
		},
	);
}

/** The one place where a request with the key leaves the package. */
async function exchange(
	call: Call,
	{ method, path, query, body }: ApiRequest,
	reading: 'json' | 'stream',
): Promise<ApiAnswer> {
	const credentialsDecrypted = { id: '', name: '', type: CREDENTIAL, data: call.credential };
	return await exchanged(call, reading, async (common, signal) => {
		const options: IHttpRequestOptions = {
			...common,
			method,
			url: path,
			qs: query,
			body,
			headers: { Accept: 'application/json' },
			// The key would travel with a redirect.
			disableFollowRedirect: true,
		};
		return await call.context.helpers.httpRequestWithAuthentication.call(
			endedBy(call.n8n, signal),
			CREDENTIAL,
			options,
			{ credentialsDecrypted },
		);
	});
}

/** Sends a request and looks after what comes of it: how long it may take, and what a refusal says. */
async function exchanged(
	call: Call,
	reading: 'json' | 'stream',
	sendWith: (options: Omit<IHttpRequestOptions, 'url'>, signal?: AbortSignal) => Promise<unknown>,
): Promise<ApiAnswer> {
	const request = new AbortController();
	const { timeout = Infinity } = call.settings;
	const patience = { idleSeconds: IDLE_SECONDS, deadline: Date.now() + timeout };
	const ends = [request.signal, ...(call.signal ? [call.signal] : [])];
	const signal = reading === 'stream' ? AbortSignal.any(ends) : call.signal;
	const options: Omit<IHttpRequestOptions, 'url'> = {
		timeout: PATIENCE,
		...call.settings,
		...(reading === 'stream' && { encoding: 'stream' }),
		abortSignal: signal,
		returnFullResponse: true,
		// Refusals are read here: n8n would send a request that got a 401 twice, and lose the text of a streamed one.
		ignoreHttpStatusErrors: true,
	};
	const response = await sendWith(options, signal);
	const answer = asAnswer(response);
	if (isStream(answer.body)) endWhenSilent(answer.body, request, patience);
	return await withRefusalRead(answer);
}
