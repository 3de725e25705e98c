import type { IHttpRequestOptions } from 'n8n-workflow';
import { OnDemandError } from './errors';
import type { ItemContext } from './itemContext';
import { isRecord, valueAt } from './wire';

/** What n8n offers under Request Options in the settings of a node, as far as it is about one request. */
export type RequestSettings = Pick<
	IHttpRequestOptions,
	'proxy' | 'skipSslCertificateValidation' | 'timeout'
>;

/** How many items n8n's Batching hands over at a time, and the pause between two batches in milliseconds. */
export interface Batching {
	size: number;
	pause: number;
}

/**
 * The Proxy, Timeout and Ignore SSL Issues that the user has set.
 *
 * @throws OnDemandError when the proxy is not a web address
 */
export function requestSettings(context: ItemContext): RequestSettings {
	const options = context.getNodeParameter('requestOptions', {});
	const timeout = valueAt(options, 'timeout');
	const proxy = valueAt(options, 'proxy');
	return {
		...(typeof timeout === 'number' && timeout > 0 && { timeout }),
		...(proxy !== undefined && proxy !== '' && { proxy: readProxy(String(proxy)) }),
		skipSslCertificateValidation: valueAt(options, 'allowUnauthorizedCerts') === true,
	};
}

/** The user's Batching; undefined where it is not used. */
export function batchingOf(options: unknown): Batching | undefined {
	const batch = valueAt(options, 'batching', 'batch');
	if (!isRecord(batch)) return undefined;
	const size = Number(batch.batchSize);
	const pause = Number(batch.batchInterval);
	return pause > 0 ? { size: size > 0 ? size : 1, pause } : undefined;
}

function readProxy(address: string): RequestSettings['proxy'] {
	if (!URL.canParse(address) || new URL(address).hostname === '') {
		throw new OnDemandError(`The Proxy "${address}" is not a web address`, {
			description: 'Enter Proxy under Request Options such as http://proxy.example.com:3128.',
			cause: 'configuration-invalid',
		});
	}
	const { protocol, hostname, port, username, password } = new URL(address);
	return {
		protocol: protocol.slice(0, -1),
		host: hostname,
		port: Number(port) || (protocol === 'https:' ? 443 : 80),
		...(username && {
			auth: { username: decodeURIComponent(username), password: decodeURIComponent(password) },
		}),
	};
}
