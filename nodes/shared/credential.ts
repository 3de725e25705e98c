import type { ICredentialDataDecryptedObject, IHttpRequestOptions } from 'n8n-workflow';
import { OnDemandError } from './errors';

/** The name under which n8n stores the credential. */
export const CREDENTIAL = 'onDemandApi';

/** A credential that has been checked: the trimmed key and the base URL without a slash at its end. */
export interface OnDemandAccount {
	apiKey: string;
	baseUrl: string;
}

const OPEN_CREDENTIAL = 'Open the OnDemand API credential and';

/**
 * Checks the key and the base URL of a credential, so that no request leaves with a bad one:
 * OnDemand answers an empty key with a server error, and a key must not cross a network in clear.
 *
 * @throws OnDemandError that tells which field to mend
 */
export function readAccount(credential: ICredentialDataDecryptedObject): OnDemandAccount {
	const apiKey = String(credential.apiKey ?? '').trim();
	if (apiKey === '') {
		throw new OnDemandError('The API Key is empty', {
			description: `${OPEN_CREDENTIAL} paste an API key. You make one in the OnDemand dashboard, under API Keys.`,
			cause: 'credential-invalid',
		});
	}
	if (!/^[\x21-\x7e]+$/.test(apiKey)) {
		throw new OnDemandError('The API Key holds characters that no key has', {
			description: `${OPEN_CREDENTIAL} paste the key again, without blanks or line breaks inside it.`,
			cause: 'credential-invalid',
		});
	}
	return { apiKey, baseUrl: readBaseUrl(credential.baseUrl) };
}

function readBaseUrl(value: unknown): string {
	const text = String(value ?? '').trim();
	const url = URL.canParse(text) ? new URL(text) : undefined;
	if (
		!url ||
		!['http:', 'https:'].includes(url.protocol) ||
		url.username ||
		url.search ||
		url.hash
	) {
		throw new OnDemandError(`The Base URL "${text}" is not a web address`, {
			description: `${OPEN_CREDENTIAL} enter a Base URL such as https://api.on-demand.io.`,
			cause: 'configuration-invalid',
		});
	}
	if (url.protocol === 'http:' && !isLoopback(url.hostname)) {
		throw new OnDemandError(
			'The Base URL starts with http, which would send the API key unprotected',
			{
				description: `${OPEN_CREDENTIAL} start the Base URL with https. Plain http is for addresses on this machine only.`,
				cause: 'configuration-invalid',
			},
		);
	}
	return url.href.replace(/\/+$/, '');
}

function isLoopback(hostname: string): boolean {
	return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d+){3}$/.test(hostname);
}

/**
 * Adds base URL and key to a request in one step, so that the key goes with its own host only.
 * A relative URL is completed; an absolute one (the HTTP Request node sends such) must be on the base URL's host.
 *
 * @throws OnDemandError when the credential is not usable or the request is for another host
 */
export function authenticated(
	account: OnDemandAccount,
	request: IHttpRequestOptions,
): IHttpRequestOptions {
	const address = request.url ?? legacyAddress(request);
	const headers = { ...request.headers, apikey: account.apiKey };
	if (!URL.canParse(address)) {
		return { ...request, baseURL: undefined, url: account.baseUrl + address, headers };
	}
	if (new URL(address).origin !== new URL(account.baseUrl).origin) {
		throw new OnDemandError(`The API key is not sent to ${new URL(address).host}`, {
			description: `The OnDemand API credential is for ${account.baseUrl} alone. ${OPEN_CREDENTIAL} change its Base URL if this address is right.`,
			cause: 'configuration-invalid',
		});
	}
	return { ...request, headers };
}

/** n8n's older request helper, which the HTTP Request node uses, calls the URL `uri`. */
function legacyAddress(request: object): string {
	return 'uri' in request && typeof request.uri === 'string' ? request.uri : '';
}
