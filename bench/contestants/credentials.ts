import type { JsonObject } from '../../sandbox/narrow';
import type { NodeDescription } from '../n8n/workflow';

/** The key of the server; it lets everybody in. */
export const API_KEY = 'a-key-of-the-benchmarks';

const IDS = {
	onDemandApi: 'ondemandcred0001',
	stockApi: 'stockcredential1',
	httpHeaderAuth: 'headercredential',
};

type CredentialType = keyof typeof IDS;

/** How a node names the credential of a type. */
export function credential(type: CredentialType): NodeDescription['credentials'] {
	return { [type]: { id: IDS[type], name: type } };
}

/** All credentials as n8n's command line imports them. */
export function allCredentials(baseUrl: string): JsonObject[] {
	const data: Record<CredentialType, JsonObject> = {
		onDemandApi: { apiKey: API_KEY, baseUrl },
		stockApi: { apiKey: API_KEY, baseUrl },
		httpHeaderAuth: { name: 'apikey', value: API_KEY },
	};
	return Object.entries(IDS).map(([type, id]) => ({
		id,
		name: type,
		type,
		data: data[type as CredentialType],
	}));
}
