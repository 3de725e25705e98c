import type { IAuthenticateGeneric, ICredentialType, INodeProperties } from 'n8n-workflow';

/** A credential as n8n's guide for declarative nodes shows it. */
export class StockApi implements ICredentialType {
	name = 'stockApi';

	displayName = 'Stock API';

	properties: INodeProperties[] = [
		{
			displayName: 'API Key',
			name: 'apiKey',
			type: 'string',
			typeOptions: { password: true },
			default: '',
		},
		{ displayName: 'Base URL', name: 'baseUrl', type: 'string', default: '' },
	];

	authenticate: IAuthenticateGeneric = {
		type: 'generic',
		properties: { headers: { apikey: '={{ $credentials.apiKey }}' } },
	};
}
