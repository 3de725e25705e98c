import { recording, sentFile } from './row';
import type { Row } from './row';

export const speechRows: Row[] = [
	{
		does: 'Speech: Transcribe from a URL',
		node: 'onDemandSpeech',
		parameters: {
			resource: 'speech',
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
		parameters: {
			resource: 'speech',
			operation: 'transcribe',
			audioSource: 'binary',
			binaryPropertyName: 'data',
			options: { keepUpload: true, maxParallelRequests: 4, rateLimitWait: 60 },
		},
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
			resource: 'speech',
			operation: 'synthesize',
			text: 'On its way.',
			voice: 'nova',
			model: 'tts-1-hd',
			outputBinaryPropertyName: 'audio',
			options: {
				fileName: 'answer.mp3',
				maxCharacters: 100,
				maxParallelRequests: 4,
				rateLimitWait: 60,
			},
		},
		sends: {
			operationId: 'textToSpeech',
			path: '/services/v1/public/service/execute/text_to_speech',
			body: { input: 'On its way.', voice: 'nova', model: 'tts-1-hd' },
		},
	},
];
