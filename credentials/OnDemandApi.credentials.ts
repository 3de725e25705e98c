import type {
	IAuthenticate,
	Icon,
	ICredentialTestRequest,
	ICredentialType,
	INodeProperties,
} from 'n8n-workflow';
import { authenticated, readAccount } from '../nodes/shared/credential';

export class OnDemandApi implements ICredentialType {
	name = 'onDemandApi';

	displayName = 'OnDemand API';

	icon: Icon = { light: 'file:../icons/ondemand.svg', dark: 'file:../icons/ondemand.dark.svg' };

	documentationUrl = 'https://docs.on-demand.io/docs/authentication';

	properties: INodeProperties[] = [
		{
			displayName: 'API Key',
			name: 'apiKey',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description:
				'The key of your OnDemand account. Make one in the OnDemand dashboard, under API Keys; it is shown once.',
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: 'https://api.on-demand.io',
			required: true,
			description:
				'Where the OnDemand API answers. Change it only for a gateway of your own or the sandbox of this package.',
		},
	];

	authenticate: IAuthenticate = async (credential, request) =>
		authenticated(readAccount(credential), request);

	/** The cheapest documented call: it reads one session and changes nothing. */
	test: ICredentialTestRequest = {
		request: { url: '/chat/v1/sessions', qs: { limit: 1 } },
		rules: [
			{
				type: 'responseCode',
				properties: {
					value: 401,
					message:
						'The API key was not accepted. Paste a key that is listed under API Keys in the OnDemand dashboard.',
				},
			},
			{
				type: 'responseCode',
				properties: {
					value: 404,
					message:
						'Another server than OnDemand answers at the Base URL. Check it; the usual one is https://api.on-demand.io.',
				},
			},
		],
	};
}
