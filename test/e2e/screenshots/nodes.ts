import { Canvas, INPUT, startingWith } from '../editor/canvas';
import { models } from '../editor/fill';
import type { NodeView } from '../editor/nodeView';
import type { JsonObject } from '../../../sandbox/narrow';
import { credentialName } from '../stage';
import { dialogueOf, save } from './picture';
import type { Picture, PictureContext } from './picture';

type Mode = 'schema' | 'table' | 'json' | 'binary';

interface Scene {
	file: string;
	type: string;
	name: string;
	parameters: JsonObject;
	input: Record<string, string>;
	/** Nodes between the input and the node. */
	before?: JsonObject[];
	mode?: Mode;
}

const model = {
	__rl: true,
	mode: 'list',
	value: models.active.id,
	cachedResultName: models.active.name,
};

const question = { chatInput: 'When will my parcel arrive?', sessionId: 'customer-0042' };

const toFile = {
	name: 'Terms as a file',
	type: 'n8n-nodes-base.convertToFile',
	typeVersion: 1.1,
	position: [440, 0],
	parameters: { operation: 'toText', sourceProperty: 'terms', options: { fileName: 'terms.txt' } },
};

const SCENES: Scene[] = [
	{
		file: 'chat.png',
		type: 'onDemandChat',
		name: 'OnDemand Chat',
		parameters: {
			resource: 'message',
			operation: 'send',
			endpointId: model,
			options: { fulfillmentPrompt: 'Answer in one friendly sentence.' },
		},
		input: question,
		mode: 'json',
	},
	{
		file: 'media.png',
		type: 'onDemandMedia',
		name: 'OnDemand Media',
		parameters: { resource: 'media', operation: 'uploadFile' },
		input: { terms: 'You can return anything within 30 days.' },
		before: [toFile],
		mode: 'schema',
	},
	{
		file: 'plugins.png',
		type: 'onDemandPlugins',
		name: 'OnDemand Plugins',
		parameters: { resource: 'plugin', operation: 'getAll', limit: 12 },
		input: { chatInput: 'What can you look up for me?' },
		mode: 'table',
	},
	{
		file: 'speech.png',
		type: 'onDemandSpeech',
		name: 'OnDemand Speech',
		parameters: {
			operation: 'synthesize',
			text: '={{ $json.answer }}',
			voice: 'nova',
			options: { fileName: 'answer.mp3' },
		},
		input: { answer: 'Your order is on its way and arrives on Friday.' },
		mode: 'binary',
	},
	{
		file: 'translate.png',
		type: 'onDemandTranslate',
		name: 'OnDemand Translate',
		parameters: {
			operation: 'translateFields',
			fields: 'title, description',
			targetLanguages: ['es', 'ja'],
			options: { languageField: 'language' },
		},
		input: {
			sku: 'BTL-STL',
			title: 'Steel Bottle',
			description: 'Keeps tea hot for twelve hours.',
		},
		mode: 'json',
	},
	{
		file: 'error.png',
		type: 'onDemandChat',
		name: 'OnDemand Chat',
		parameters: {
			resource: 'message',
			operation: 'send',
			endpointId: { __rl: true, mode: 'id', value: models.inactive },
		},
		input: question,
	},
];

/** A node in a workflow of its own, open. */
export async function openScene(
	{ page, stage }: PictureContext,
	{ type, name, parameters, input, before = [] }: Omit<Scene, 'file'>,
): Promise<NodeView> {
	const content = startingWith(name, input);
	const node = {
		name,
		type: `n8n-nodes-ondemand.${type}`,
		typeVersion: 1,
		position: [660, 0],
		parameters,
		credentials: { onDemandApi: { id: stage.credentialId, name: credentialName } },
	};
	const chain = [INPUT, ...before.map((step) => String(step.name)), name];
	const links = chain
		.slice(1)
		.map((next, index) => [chain[index], { main: [[{ node: next, type: 'main', index: 0 }]] }]);
	content.nodes.push(...before, node);
	Object.assign(content.connections, Object.fromEntries(links));
	const canvas = await Canvas.open(page, stage, content);
	return await canvas.openNode(name);
}

async function take(context: PictureContext, scene: Scene): Promise<void> {
	const view = await openScene(context, scene);
	await view.run();
	if (scene.mode) await view.show(scene.mode);
	await view.dismissNotices();
	await save(context, scene.file, dialogueOf(context.page));
}

/** Each node after a run, and one that was refused. */
export const nodePictures: Picture[] = SCENES.map((scene) => ({
	file: scene.file,
	take: async (context) => await take(context, scene),
}));
