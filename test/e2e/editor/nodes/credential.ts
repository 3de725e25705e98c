import { objectsOf } from '../../../../demo/n8nApi';
import { CredentialView } from '../credentialView';
import { added } from './node';
import type { EditorContext, NodeProof } from './node';

async function prove(context: EditorContext): Promise<void> {
	const { checks, stage } = context;
	const view = await added(context, {
		node: 'OnDemand Plugins',
		alias: 'list models',
		action: 'Get many models',
	});
	const credential = await CredentialView.forNew(view);
	checks.holds('labels', await credential.text(), 'OnDemand API', 'API Key', 'Base URL');

	await credential.type('apiKey', 'a-wrong-key');
	await credential.type('baseUrl', stage.sandbox.url);
	const refused = await credential.save();
	checks.holds('a wrong key', refused, 'The API key was not accepted', 'under API Keys');

	await credential.type('apiKey', 'a-wrong-key');
	await credential.type('baseUrl', `${stage.sandbox.url}/elsewhere`);
	const lost = await credential.save();
	checks.holds('a wrong address', lost, 'Another server than OnDemand answers at the Base URL');

	await credential.type('apiKey', stage.sandbox.apiKey);
	await credential.type('baseUrl', stage.sandbox.url);
	const accepted = await credential.save();
	checks.holds('the right key', accepted, 'Connection tested successfully');
	await credential.close();
	await removeOthers(context);
}

async function removeOthers({ stage: { n8n, credentialId } }: EditorContext): Promise<void> {
	const all = objectsOf(await n8n.call('GET', '/credentials'));
	const others = all.filter(({ id, type }) => type === 'onDemandApi' && id !== credentialId);
	for (const { id } of others) await n8n.call('DELETE', `/credentials/${String(id)}`);
}

/** The credential's dialogue with a wrong key, a wrong address and the right ones. */
export const credential: NodeProof = { what: 'Credential: wrong key, wrong address, right', prove };
