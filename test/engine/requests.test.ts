import { useSandbox, question, startSessions, MODEL } from './sandbox';
import type { Execution } from './engine';

const bench = useSandbox();
const ID = '6ac98247aa268adc215df6e1';
const byId = (value: string) => ({ __rl: true, mode: 'id', value });
const recording = {
	json: {},
	binary: { data: { data: 'SUQzBAA=', mimeType: 'audio/mpeg', fileName: 'note.mp3' } },
};

const sentFile = {
	name: 'note.mp3',
	mimeType: 'audio/mpeg',
	sizeBytes: 5,
	sha256: '0309e27dc5c111c30989f1a9c1b2795739e244e7f66ae10f5e985292a919b58b',
};

interface Row {
	does: string;
	node: string;
	parameters: Execution['parameters'];
	items?: Execution['items'];
	sends: { operationId: string; path: string; query?: object; body?: unknown };
}

const rows: Row[] = [
	{
		does: 'Session: Create',
		node: 'onDemandChat',
		parameters: {
			resource: 'session',
			operation: 'create',
			externalUserId: 'customer-0042',
			pluginIds: ['plugin-1700000001'],
		},
		sends: {
			operationId: 'createChatSession',
			path: '/chat/v1/sessions',
			body: { externalUserId: 'customer-0042', pluginIds: ['plugin-1700000001'] },
		},
	},
	{
		does: 'Session: Get',
		node: 'onDemandChat',
		parameters: { resource: 'session', operation: 'get', sessionId: byId(ID) },
		sends: { operationId: 'getChatSession', path: `/chat/v1/sessions/${ID}` },
	},
	{
		does: 'Session: Get Many',
		node: 'onDemandChat',
		parameters: {
			resource: 'session',
			operation: 'getAll',
			limit: 7,
			filters: { externalUserId: 'customer-0042', sort: 'asc' },
		},
		sends: {
			operationId: 'listChatSessions',
			path: '/chat/v1/sessions',
			query: { externalUserId: 'customer-0042', sort: 'asc', limit: '7' },
		},
	},
	{
		does: 'Session: Delete',
		node: 'onDemandChat',
		parameters: { resource: 'session', operation: 'delete', sessionId: byId(ID) },
		sends: { operationId: 'deleteChatSession', path: `/chat/v1/sessions/${ID}` },
	},
	{
		does: 'Message: Send with every option',
		node: 'onDemandChat',
		parameters: question('When will it arrive?', {
			sessionMode: 'existing',
			sessionId: byId(ID),
			pluginIds: 'plugin-1700000001, plugin-1700000002',
			options: {
				fulfillmentPrompt: 'Answer in one sentence.',
				temperature: 0.2,
				topP: 0.9,
				presencePenalty: 0.5,
				frequencyPenalty: 1.5,
				stopSequences: ['END', 'STOP'],
				fulfillmentOnly: true,
				reasoningEffort: 'low',
				reasoningMode: 'dynamic',
			},
		}),
		sends: {
			operationId: 'submitQuery',
			path: `/chat/v1/sessions/${ID}/query`,
			body: {
				query: 'When will it arrive?',
				endpointId: MODEL.value,
				responseMode: 'sync',
				pluginIds: ['plugin-1700000001', 'plugin-1700000002'],
				fulfillmentOnly: true,
				reasoningEffort: 'low',
				reasoningMode: 'dynamic',
				modelConfigs: {
					fulfillmentPrompt: 'Answer in one sentence.',
					temperature: 0.2,
					topP: 0.9,
					presencePenalty: 0.5,
					frequencyPenalty: 1.5,
					stopSequences: ['END', 'STOP'],
				},
			},
		},
	},
	{
		does: 'Message: Send without options',
		node: 'onDemandChat',
		parameters: question('Hello', {
			sessionMode: 'existing',
			sessionId: byId(ID),
			responseMode: 'stream',
			options: { fulfillmentPrompt: '' },
		}),
		sends: {
			operationId: 'submitQuery',
			path: `/chat/v1/sessions/${ID}/query`,
			body: { query: 'Hello', endpointId: MODEL.value, responseMode: 'stream' },
		},
	},
	{
		does: 'Message: Get',
		node: 'onDemandChat',
		parameters: { resource: 'message', operation: 'get', sessionId: byId(ID), messageId: ID },
		sends: { operationId: 'getChatMessage', path: `/chat/v1/sessions/${ID}/messages/${ID}` },
	},
	{
		does: 'Message: Get Many',
		node: 'onDemandChat',
		parameters: {
			resource: 'message',
			operation: 'getAll',
			sessionId: byId(ID),
			returnAll: true,
			filters: { externalUserId: 'customer-0042', sort: 'desc' },
		},
		sends: {
			operationId: 'listChatMessages',
			path: `/chat/v1/sessions/${ID}/messages`,
			query: { externalUserId: 'customer-0042', sort: 'desc', limit: '50' },
		},
	},
	{
		does: 'Translate',
		node: 'onDemandTranslate',
		parameters: { operation: 'translate', text: 'Good morning', targetLanguages: ['es'] },
		sends: {
			operationId: 'translateText',
			path: '/services/v1/public/service/execute/language_translation',
			body: { input: 'Good morning', languageCode: 'es' },
		},
	},
	{
		does: 'Speech: Transcribe from a URL',
		node: 'onDemandSpeech',
		parameters: {
			operation: 'transcribe',
			audioSource: 'url',
			audioUrl: 'https://files.example.com/note.mp3',
		},
		sends: {
			operationId: 'speechToText',
			path: '/services/v1/public/service/execute/speech_to_text',
			body: { audioUrl: 'https://files.example.com/note.mp3' },
		},
	},
	{
		does: 'Speech: Transcribe from a file uploads it',
		node: 'onDemandSpeech',
		parameters: { operation: 'transcribe', audioSource: 'binary', binaryPropertyName: 'data' },
		items: [recording],
		sends: {
			operationId: 'uploadMedia',
			path: '/media/v1/public/file/raw',
			body: {
				plugins: ['plugin-1713958830'],
				responseMode: 'sync',
				sizeBytes: '5',
				file: sentFile,
			},
		},
	},
	{
		does: 'Speech: Synthesize',
		node: 'onDemandSpeech',
		parameters: {
			operation: 'synthesize',
			text: 'On its way.',
			voice: 'nova',
			model: 'tts-1-hd',
			outputBinaryPropertyName: 'audio',
		},
		sends: {
			operationId: 'textToSpeech',
			path: '/services/v1/public/service/execute/text_to_speech',
			body: { input: 'On its way.', voice: 'nova', model: 'tts-1-hd' },
		},
	},
	{
		does: 'Media: Upload File',
		node: 'onDemandMedia',
		parameters: {
			resource: 'media',
			operation: 'uploadFile',
			binaryPropertyName: 'data',
			pluginIds: ['plugin-1713958830', 'plugin-1716472791'],
			responseMode: 'webhook',
			options: { sessionId: ID, externalUserId: 'customer-0042', name: 'call.mp3' },
		},
		items: [recording],
		sends: {
			operationId: 'uploadMedia',
			path: '/media/v1/public/file/raw',
			body: {
				plugins: ['plugin-1713958830', 'plugin-1716472791'],
				responseMode: 'webhook',
				sessionId: ID,
				externalUserId: 'customer-0042',
				name: 'call.mp3',
				sizeBytes: '5',
				file: sentFile,
			},
		},
	},
	{
		does: 'Media: Create From URL',
		node: 'onDemandMedia',
		parameters: {
			resource: 'media',
			operation: 'createFromUrl',
			url: 'https://files.example.com/terms.pdf',
			responseMode: 'sync',
			options: { sessionId: ID, externalUserId: 'customer-0042', name: 'Terms' },
		},
		sends: {
			operationId: 'createMediaFromUrl',
			path: '/media/v1/public/file',
			body: {
				url: 'https://files.example.com/terms.pdf',
				plugins: ['plugin-1713954536'],
				responseMode: 'sync',
				sessionId: ID,
				externalUserId: 'customer-0042',
				name: 'Terms',
			},
		},
	},
	{
		does: 'Media: Get Many',
		node: 'onDemandMedia',
		parameters: {
			resource: 'media',
			operation: 'getAll',
			limit: 20,
			filters: {
				source: 'audio',
				pluginId: 'plugin-1713958830',
				externalUserId: 'customer-0042',
				sort: 'updatedAt',
			},
		},
		sends: {
			operationId: 'listMedia',
			path: '/media/v1/public/file',
			query: {
				source: 'audio',
				plugins: 'plugin-1713958830',
				externalUserId: 'customer-0042',
				sort: 'updatedAt',
				page: '1',
				limit: '20',
			},
		},
	},
	{
		does: 'Media: Delete',
		node: 'onDemandMedia',
		parameters: { resource: 'media', operation: 'delete', fileId: byId(ID) },
		sends: { operationId: 'deleteMedia', path: `/media/v1/public/file/${ID}` },
	},
	{
		does: 'Plugin: Get',
		node: 'onDemandPlugins',
		parameters: { resource: 'plugin', operation: 'get', pluginId: byId('plugin-1700000001') },
		sends: {
			operationId: 'listPlugins',
			path: '/plugin/v1/list',
			query: { pluginIds: 'plugin-1700000001' },
		},
	},
	{
		does: 'Plugin: Get Many',
		node: 'onDemandPlugins',
		parameters: {
			resource: 'plugin',
			operation: 'getAll',
			limit: 10,
			filters: { pluginIds: 'plugin-1700000001,plugin-1700000002' },
		},
		sends: {
			operationId: 'listPlugins',
			path: '/plugin/v1/list',
			query: { pluginIds: 'plugin-1700000001,plugin-1700000002', page: '1', limit: '10' },
		},
	},
	{
		does: 'Model: Get Many',
		node: 'onDemandPlugins',
		parameters: { resource: 'model', operation: 'getAll', filters: { type: 'on_demand' } },
		sends: {
			operationId: 'listModelEndpoints',
			path: '/config/v1/public/endpoints',
			query: { type: 'on_demand' },
		},
	},
	{
		does: 'Reasoning Mode: Get Many',
		node: 'onDemandPlugins',
		parameters: { resource: 'reasoningMode', operation: 'getAll' },
		sends: { operationId: 'listReasoningModes', path: '/config/v1/public/reasoning_modes' },
	},
];

describe('The request that OnDemand receives holds exactly what was set', () => {
	it.each(rows)('$does', async ({ node, parameters, items, sends }) => {
		await bench.run({ node, parameters, items, onError: 'continueRegularOutput' });
		const [request] = bench.received(sends.operationId);
		expect(request).toMatchObject({ path: sends.path, key: 'right', violations: [] });
		expect(request.query).toEqual(sends.query ?? {});
		expect(request.body ?? undefined).toEqual(sends.body);
	});
});

describe('Operations of several requests', () => {
	it('starts a session for the message in the mode New Session', async () => {
		await bench.run({
			node: 'onDemandChat',
			parameters: question('Hello', { sessionMode: 'new', pluginIds: ['plugin-1700000001'] }),
		});
		expect(bench.received().map(({ operationId }) => operationId)).toEqual([
			'createChatSession',
			'submitQuery',
		]);
		expect(bench.received('createChatSession')[0].body).toEqual({
			externalUserId: 'customer-0042',
			pluginIds: ['plugin-1700000001'],
		});
	});

	it('asks for the newest session of the user in the mode Latest of External User', async () => {
		await startSessions(bench, 2);
		await bench.run({ node: 'onDemandChat', parameters: question('Hello again') });
		expect(bench.received('listChatSessions')[0].query).toEqual({
			externalUserId: 'customer-0042',
			sort: 'desc',
			limit: '1',
		});
	});

	it('removes the upload of a transcribed file', async () => {
		const parameters = {
			operation: 'transcribe',
			audioSource: 'binary',
			binaryPropertyName: 'data',
		};
		await bench.run({ node: 'onDemandSpeech', parameters, items: [recording] });
		expect(bench.received().map(({ operationId }) => operationId)).toEqual([
			'uploadMedia',
			'speechToText',
			'deleteMedia',
		]);
	});

	it('keeps the upload of a transcribed file when Keep Upload is on', async () => {
		const parameters = {
			operation: 'transcribe',
			audioSource: 'binary',
			binaryPropertyName: 'data',
			options: { keepUpload: true },
		};
		await bench.run({ node: 'onDemandSpeech', parameters, items: [recording] });
		expect(bench.received('deleteMedia')).toEqual([]);
	});
});
