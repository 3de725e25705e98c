import { framesOf } from '../../../demo/jobs/stream';
import { objectsOf } from '../../../demo/n8nApi';
import { isObject, textOf } from '../../../sandbox/narrow';
import type { JsonObject } from '../../../sandbox/narrow';
import type { Checks } from '../findings';
import { chatNode, code, ownNode, webhook, workflowOf } from '../workflows';
import type { Part } from '../workflows';
import { called, switchedOn } from './server';
import type { OldN8n } from './server';

const FIELDS: [string, string] = ['={{ $json.body.user }}', '={{ $json.body.message }}'];
const LANGUAGES = ['es', 'zz', 'ja'];

async function bodyOf(response: Response): Promise<unknown> {
	const text = await response.text();
	if (!response.ok) throw new Error(`The webhook answered with ${response.status}: ${text}`);
	return JSON.parse(text);
}

/** n8n has loaded all nodes of the package, and its five tools. */
export async function loading({ n8n }: OldN8n, checks: Checks): Promise<void> {
	const types: unknown = await (await n8n.fetch('GET', '/types/nodes.json')).json();
	const names = objectsOf(types).map(({ name }) => String(name));
	const own = names.filter((name) => name.startsWith('n8n-nodes-ondemand.'));
	const isTool = (name: string) => name.endsWith('Tool');
	checks.same('nodes', own.filter((name) => !isTool(name)).length, 5);
	checks.same('tools', own.filter(isTool).length, 5);
}

/** A chat node answers a webhook and remembers its user. */
export async function chatting(old: OldN8n, checks: Checks): Promise<void> {
	const parts = [
		webhook('Webhook', 'old-chat', 'lastNode'),
		chatNode('Reply', old.credentialId, FIELDS),
	];
	await switchedOn(old, workflowOf('Chat', parts));
	const ask = async (message: string) => {
		const body = await bodyOf(await called(old, 'old-chat', { user: 'ada', message }));
		return isObject(body) ? (textOf(body.output) ?? '') : '';
	};
	checks.holds('first answer', await ask('One?'), '“One?”', 'holds 1 message ', '✅');
	checks.holds('second answer', await ask('Two?'), '“Two?”', 'holds 2 messages', '✅');
}

/** The answer comes piece by piece out of a webhook that streams. */
export async function streaming(old: OldN8n, checks: Checks): Promise<void> {
	const parts = [
		webhook('Webhook', 'old-stream', 'streaming'),
		chatNode('Reply', old.credentialId, FIELDS),
	];
	await switchedOn(old, workflowOf('Chat that streams', parts));
	const response = await called(old, 'old-stream', { user: 'grace', message: 'Three?' });
	if (!response.ok || !response.body)
		throw new Error(`${response.status}: ${await response.text()}`);
	const pieces: string[] = [];
	for await (const { type, content } of framesOf(response.body)) {
		if (type === 'item') pieces.push(textOf(content) ?? '');
	}
	checks.that(`${pieces.length} pieces, more than five`, pieces.length > 5);
	checks.holds('the whole answer', pieces.join(''), '“Three?”', '✅');
}

function keeping(name: string, fields: Record<string, string>): Part {
	const assignments = Object.entries(fields).map(([field, value]) => ({
		id: `${name}-${field}`,
		name: field,
		value,
		type: 'string',
	}));
	const parameters = { assignments: { assignments }, options: {} };
	return { name, type: 'n8n-nodes-base.set', typeVersion: 3.4, parameters };
}

/** Each row comes out once: translated and linked, or on the error output with its input. */
export async function translating(old: OldN8n, checks: Checks): Promise<void> {
	const rows = LANGUAGES.map((language, id) => ({ json: { id: `row ${id}`, language } }));
	const translate = ownNode(
		'onDemandTranslate',
		'Translate',
		old.credentialId,
		{ operation: 'translate', text: 'Good morning', targetLanguages: '={{ $json.language }}' },
		{ onError: 'continueErrorOutput' },
	);
	const merge: Part = { name: 'All', type: 'n8n-nodes-base.merge', typeVersion: 3, parameters: {} };
	const trigger = webhook('Webhook', 'old-translate', 'lastNode');
	trigger.parameters.responseData = 'allEntries';
	const content = workflowOf(
		'Translation',
		[
			trigger,
			code('Rows', `return ${JSON.stringify(rows)};`),
			translate,
			keeping('Good', { id: "={{ $('Rows').item.json.id }}", text: '={{ $json.translatedText }}' }),
			keeping('Bad', { id: '={{ $json.id }}', text: '={{ JSON.stringify($json) }}' }),
			merge,
		],
		[
			['Webhook', 'Rows'],
			['Rows', 'Translate'],
			['Translate', 'Good', 0],
			['Translate', 'Bad', 1],
			['Good', 'All'],
			['Bad', 'All', 0, 1],
		],
	);
	await switchedOn(old, content);
	const found = objectsOf(await bodyOf(await called(old, 'old-translate', {})));
	const byId = (id: string) => found.find((row) => row.id === id)?.text;
	checks.same('rows', found.length, LANGUAGES.length);
	checks.same('first row', byId('row 0'), '[es] Good morning');
	checks.same('third row', byId('row 2'), '[ja] Good morning');
	const failed = String(byId('row 1'));
	checks.holds('the row that failed keeps its input', failed, '"language":"zz"');
	checks.holds('and tells why', failed, '"message":"Unknown error"', '"errorCode":"400"');
}

/** A file is uploaded, downloaded again and removed. */
export async function files(old: OldN8n, checks: Checks): Promise<void> {
	const media = (name: string, parameters: JsonObject) =>
		ownNode('onDemandMedia', name, old.credentialId, { resource: 'media', ...parameters });
	const parts: Part[] = [
		webhook('Webhook', 'old-media', 'lastNode'),
		{
			name: 'File',
			type: 'n8n-nodes-base.convertToFile',
			typeVersion: 1.1,
			parameters: {
				operation: 'toText',
				sourceProperty: 'body.text',
				options: { fileName: 'terms.txt' },
			},
		},
		media('Upload', { operation: 'uploadFile' }),
		media('Remove', {
			operation: 'delete',
			fileId: { __rl: true, mode: 'id', value: '={{ $json.id }}' },
		}),
	];
	await switchedOn(old, workflowOf('Files', parts));
	const text = 'You can return anything within 30 days.';
	const removed = await bodyOf(await called(old, 'old-media', { text }));
	const { deleted, id } = isObject(removed) ? removed : {};
	checks.same('removed', deleted, true);
	checks.that('by its ID', typeof id === 'string' && id !== '');
}
