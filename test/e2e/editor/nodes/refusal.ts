import { models } from '../fill';
import { marked, plain } from '../selectors';
import { added } from './node';
import type { EditorContext, NodeProof } from './node';

const HINT_MS = 5000;

async function prove(context: EditorContext): Promise<void> {
	const { checks, page } = context;
	const view = await added(context, {
		node: 'OnDemand Chat',
		alias: 'assistant',
		action: 'Send chat message',
		input: { chatInput: 'When will my parcel arrive?', sessionId: 'customer-0042' },
	});
	await view.locator('endpointId').giveId('id', models.inactive);
	const hint = page.getByText('Models come and go every few weeks.');
	await hint.waitFor({ timeout: HINT_MS }).catch(() => undefined);
	checks.that('a hint warns before the first run', await hint.isVisible());

	await view.run();
	const message = plain(await marked(page, 'node-error-message').innerText());
	const description = plain(await marked(page, 'node-error-description').innerText());
	checks.note(`message: ${message}`);
	checks.note(`description: ${description}`);
	checks.holds('message', message, 'is not active');
	checks.holds('description', description, 'Choose one from the list of the Model parameter');
	checks.holds('facts', description, 'HTTP status 400');
}

/** A model that has been retired, given by its ID. */
export const refusal: NodeProof = { what: 'An inactive model: hint, message, what to do', prove };
