import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import type { Execution } from '../engine/engine';
import { byId } from '../engine/rows/row';

/** What earlier calls have found or made, for the later ones. */
export interface Found {
	/** The user that everything belongs to; made up anew for each run. */
	user: string;
	model?: string;
	plugin?: string;
	session?: string;
	message?: string;
	file?: string;
	fileUrl?: string;
	audioUrl?: string;
}

/** One operation of a node, and a cheap call of it. */
export interface Row {
	node: string;
	resource: string;
	operation: string;
	/** What the call needs of what was found; without one of them it is left out. */
	needs?: Array<keyof Found>;
	parameters?: (found: Found) => Execution['parameters'];
	item?: INodeExecutionData;
	/** What the later calls need of the outputs. */
	keep?: (outputs: IDataObject[]) => Partial<Found>;
}

const list = { returnAll: false, limit: 1 };

const note: INodeExecutionData = {
	json: {},
	binary: {
		data: {
			data: Buffer.from('A note of the live test. It may be deleted.\n').toString('base64'),
			mimeType: 'text/plain',
			fileName: 'n8n-live-test.txt',
		},
	},
};

/** The first of some values as text; nothing when it is empty or no text. */
function text(value: unknown): string | undefined {
	return typeof value === 'string' && value !== '' ? value : undefined;
}

/** A call for every operation, in an order in which each finds what it needs. */
export const rows: Row[] = [
	{
		node: 'onDemandPlugins',
		resource: 'model',
		operation: 'getAll',
		parameters: () => ({ returnAll: true }),
		keep: (models) => {
			const free = models.find(({ is_premium: isPremium }) => isPremium !== true);
			return { model: text((free ?? models[0])?.endpoint_id) };
		},
	},
	{
		node: 'onDemandPlugins',
		resource: 'reasoningMode',
		operation: 'getAll',
		parameters: () => list,
	},
	{
		node: 'onDemandPlugins',
		resource: 'plugin',
		operation: 'getAll',
		parameters: () => list,
		keep: ([plugin]) => ({ plugin: text(plugin?.pluginId) }),
	},
	{
		node: 'onDemandPlugins',
		resource: 'plugin',
		operation: 'get',
		needs: ['plugin'],
		parameters: ({ plugin = '' }) => ({ pluginId: byId(plugin) }),
	},
	{
		node: 'onDemandChat',
		resource: 'session',
		operation: 'create',
		parameters: ({ user }) => ({ externalUserId: user }),
		keep: ([session]) => ({ session: text(session?.id) }),
	},
	{
		node: 'onDemandChat',
		resource: 'message',
		operation: 'send',
		needs: ['session', 'model'],
		parameters: ({ user, session = '', model = '' }) => ({
			sessionMode: 'existing',
			sessionId: byId(session),
			externalUserId: user,
			query: 'Answer with the one word: yes',
			endpointId: byId(model),
		}),
		keep: ([answer]) => ({ message: text(answer?.messageId) }),
	},
	{
		node: 'onDemandChat',
		resource: 'message',
		operation: 'get',
		needs: ['session', 'message'],
		parameters: ({ session = '', message = '' }) => ({
			sessionId: byId(session),
			messageId: message,
		}),
	},
	{
		node: 'onDemandChat',
		resource: 'message',
		operation: 'getAll',
		needs: ['session'],
		parameters: ({ session = '' }) => ({ sessionId: byId(session), ...list }),
	},
	{
		node: 'onDemandChat',
		resource: 'session',
		operation: 'get',
		needs: ['session'],
		parameters: ({ session = '' }) => ({ sessionId: byId(session) }),
	},
	{
		node: 'onDemandChat',
		resource: 'session',
		operation: 'getAll',
		parameters: () => list,
	},
	{
		node: 'onDemandChat',
		resource: 'session',
		operation: 'delete',
		needs: ['session'],
		parameters: ({ session = '' }) => ({ sessionId: byId(session) }),
		keep: () => ({ session: undefined }),
	},
	{
		node: 'onDemandMedia',
		resource: 'media',
		operation: 'uploadFile',
		parameters: ({ user }) => ({
			binaryPropertyName: 'data',
			options: { externalUserId: user },
		}),
		item: note,
		keep: ([file]) => ({ file: text(file?.id), fileUrl: text(file?.url) }),
	},
	{
		node: 'onDemandMedia',
		resource: 'media',
		operation: 'createFromUrl',
		needs: ['fileUrl'],
		parameters: ({ user, fileUrl = '' }) => ({
			url: fileUrl,
			pluginIds: ['plugin-1713954536'],
			options: { externalUserId: user },
		}),
	},
	{
		node: 'onDemandMedia',
		resource: 'media',
		operation: 'getAll',
		parameters: () => list,
	},
	{
		node: 'onDemandMedia',
		resource: 'media',
		operation: 'download',
		needs: ['file'],
		parameters: ({ file = '' }) => ({ fileId: byId(file) }),
	},
	{
		node: 'onDemandMedia',
		resource: 'media',
		operation: 'delete',
		needs: ['file'],
		parameters: ({ file = '' }) => ({ fileId: byId(file) }),
		keep: () => ({ file: undefined }),
	},
	{
		node: 'onDemandSpeech',
		resource: 'speech',
		operation: 'synthesize',
		parameters: () => ({ text: 'Yes.' }),
		keep: ([speech]) => ({
			audioUrl: Array.isArray(speech?.audioUrls) ? text(speech.audioUrls[0]) : undefined,
		}),
	},
	{
		node: 'onDemandSpeech',
		resource: 'speech',
		operation: 'transcribe',
		needs: ['audioUrl'],
		parameters: ({ audioUrl = '' }) => ({ audioSource: 'url', audioUrl }),
	},
	{
		node: 'onDemandTranslate',
		resource: 'text',
		operation: 'translate',
		parameters: () => ({ text: 'Yes', targetLanguages: ['es'] }),
	},
	{
		node: 'onDemandTranslate',
		resource: 'text',
		operation: 'translateFields',
		parameters: () => ({ fields: 'answer', targetLanguages: ['es'] }),
		item: { json: { answer: 'Yes' } },
	},
];
