import { models, userOf } from '../fill';
import { added, proveList } from './node';
import type { EditorContext, NodeProof } from './node';

const OPTIONS = [
	'Frequency Penalty',
	'Fulfillment Only',
	'Max Parallel Requests',
	'Parse Answer as JSON',
	'Presence Penalty',
	'Rate Limit Wait (Seconds)',
	'Reasoning Effort',
	'Reasoning Mode',
	'Stop Sequences',
	'System Prompt',
	'Temperature',
	'Top P',
];

async function prove(context: EditorContext): Promise<void> {
	const { checks } = context;
	const view = await added(context, {
		node: 'OnDemand Chat',
		alias: 'chatbot',
		action: 'Send chat message',
		input: { chatInput: 'When will my parcel arrive?', sessionId: 'customer-0042' },
	});
	const text = await view.text();
	checks.holds('labels', text, 'Session Mode', 'External User ID', 'Message', 'Model');
	checks.holds('labels', text, 'Plugin Names or IDs', 'Response Mode', 'Simplify', 'Options');
	checks.holds('defaults', text, '{{ $json.sessionId }}', '{{ $json.chatInput }}');
	checks.same('options', await view.addable(), OPTIONS);

	await view.pick('sessionMode', 'Existing Session');
	await proveList(checks, view.locator('sessionId'), {
		of: 'sessions',
		filter: `order 1002 ${userOf(2)}`,
		entry: 'How do I return order 1002',
	});
	await proveList(checks, view.locator('endpointId'), {
		of: 'models',
		filter: 'fable',
		entry: models.active.name,
	});
	const [titles, row] = await view.execute();
	checks.same('columns', titles?.filter(Boolean), [
		'output',
		'sessionId',
		'messageId',
		'status',
		'usage',
	]);
	checks.holds('answer', row?.join(' ') ?? '', 'You asked: “When will my parcel arrive?”');
	checks.holds('the chosen session', row?.join(' ') ?? '', 'This session holds 2 messages');
	checks.holds('the chosen model', row?.join(' ') ?? '', `(${models.active.id})`);
}

/** A message in a session, with a model, both chosen from their lists. */
export const chat: NodeProof = { what: 'OnDemand Chat: session and model from lists, run', prove };
