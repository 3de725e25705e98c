/* eslint-disable @n8n/community-nodes/no-restricted-globals -- tools run on Node itself, never inside n8n */
import { readAccount } from '../nodes/shared/credential';
import type { OnDemandAccount } from '../nodes/shared/credential';

const REAL_URL = 'https://api.on-demand.io';

/**
 * The account that `ONDEMAND_API_KEY` and `ONDEMAND_BASE_URL` name; nothing when no key is set.
 *
 * @throws OnDemandError when key or address cannot be used
 */
export function accountOfEnvironment(): OnDemandAccount | undefined {
	const apiKey = process.env.ONDEMAND_API_KEY?.trim();
	if (!apiKey) return undefined;
	return readAccount({ apiKey, baseUrl: process.env.ONDEMAND_BASE_URL?.trim() || REAL_URL });
}
