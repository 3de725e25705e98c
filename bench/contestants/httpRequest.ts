import type { NodeDescription } from '../n8n/workflow';
import { TRANSLATE } from '../server/routes';
import { names } from './contestant';
import { credential } from './credentials';
import { inN8n } from './inN8n';

/** The request by the HTTP Request node, filled in as a user does: fields below, Header Auth. */
export function httpRequestNode(baseUrl: string): NodeDescription {
	return {
		type: 'n8n-nodes-base.httpRequest',
		typeVersion: 4.5,
		parameters: {
			method: 'POST',
			url: baseUrl + TRANSLATE,
			authentication: 'genericCredentialType',
			genericAuthType: 'httpHeaderAuth',
			sendBody: true,
			bodyParameters: {
				parameters: [
					{ name: 'input', value: '={{ $json.text }}' },
					{ name: 'languageCode', value: 'fr' },
				],
			},
			options: {},
		},
		credentials: credential('httpHeaderAuth'),
		onError: 'continueRegularOutput',
	};
}

export const httpRequest = inN8n(names.httpRequest, httpRequestNode);
