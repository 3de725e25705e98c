import type { Api } from './api';
import { credential, putExamples } from './examples';
import type { Examples } from './examples';
import type { Layout } from './layout';
import { N8nApi } from './n8nApi';
import type { Owner } from './n8nApi';
import type { Step } from './progress';

/** The account reaches nothing but this computer's own n8n, so its password is no secret. */
export const owner: Owner = {
	email: 'demo@example.com',
	password: 'OnDemand-demo-1',
	firstName: 'Demo',
	lastName: 'User',
};

/** Makes the account, the credential and the example workflows in a new n8n, or brings them up to date. */
export async function prepareN8n(
	url: string,
	layout: Layout,
	api: Api,
	signal: AbortSignal,
	step: Step,
): Promise<{ n8nApi: N8nApi; examples: Examples }> {
	const n8nApi = new N8nApi(url, signal);
	await n8nApi.signIn(owner);
	const { name, type } = credential;
	const data = { apiKey: api.apiKey, baseUrl: api.url };
	const id = await n8nApi.putCredential(name, type, data);
	await n8nApi.testCredential(id, name, type, data);
	step.note('credential test OK');
	return { n8nApi, examples: await putExamples(n8nApi, layout, id, step) };
}
