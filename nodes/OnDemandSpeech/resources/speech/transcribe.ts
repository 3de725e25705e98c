import type { INodeProperties } from 'n8n-workflow';
import { binaryPropertyName } from '../../../shared/descriptions/files';
import { requestLimits } from '../../../shared/descriptions/limits';
import { throughDoor } from '../../../shared/door';
import type { OperationDescription } from '../../../shared/operation';
import { transcribeAudio } from '../../transcribeAudio';

const parameters: INodeProperties[] = [
	{
		displayName: 'Audio Source',
		name: 'audioSource',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: 'File',
				value: 'binary',
				description: 'An audio file of the input item. It is uploaded for the transcription.',
			},
			{ name: 'URL', value: 'url', description: 'A public link to an audio file' },
		],
		default: 'binary',
		description: 'Where the audio comes from',
	},
	{
		...binaryPropertyName,
		displayOptions: { show: { audioSource: ['binary'] } },
	},
	{
		displayName: 'Audio URL',
		name: 'audioUrl',
		type: 'string',
		default: '',
		required: true,
		displayOptions: { show: { audioSource: ['url'] } },
		placeholder: 'e.g. https://example.com/voicemail.mp3',
		description: 'A public link to a WAV, MP3, M4A, FLAC, AAC, OGG, WMA or MP4 file',
		routing: { send: { type: 'body', property: 'audioUrl' } },
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options: [
			{
				displayName: 'Keep Upload',
				name: 'keepUpload',
				type: 'boolean',
				default: false,
				displayOptions: { show: { '/audioSource': ['binary'] } },
				description:
					'Whether the uploaded file stays among the media of the account after it was transcribed',
			},
			...requestLimits,
		],
	},
];

export const transcribe: OperationDescription = {
	option: {
		name: 'Transcribe',
		value: 'transcribe',
		action: 'Transcribe audio',
		description: 'Turn speech in an audio file or behind a link into text',
		routing: throughDoor({
			method: 'POST',
			url: '/services/v1/public/service/execute/speech_to_text',
			parameters,
			isRepeatable: true,
			service: 'speech to text',
			advice:
				'Check that the audio is a WAV, MP3, M4A, FLAC, AAC, OGG, WMA or MP4 file, and that a link to it is public.',
			conduct: transcribeAudio,
		}),
	},
	parameters,
};
