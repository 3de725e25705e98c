import type { INodeProperties } from 'n8n-workflow';
import { outputBinaryPropertyName } from '../../../shared/descriptions/files';
import { requestLimits } from '../../../shared/descriptions/limits';
import { maxCharacters } from '../../../shared/descriptions/texts';
import { throughDoor } from '../../../shared/door';
import type { OperationDescription } from '../../../shared/operation';
import { synthesizeSpeech } from '../../synthesizeSpeech';

const parameters: INodeProperties[] = [
	{
		displayName: 'Text',
		name: 'text',
		type: 'string',
		typeOptions: { rows: 4 },
		default: '',
		required: true,
		placeholder: 'e.g. Your order is on its way.',
		description: 'What to speak',
		routing: { send: { type: 'body', property: 'input' } },
	},
	{
		displayName: 'Voice',
		name: 'voice',
		type: 'options',
		options: [
			{ name: 'Alloy', value: 'alloy' },
			{ name: 'Echo', value: 'echo' },
			{ name: 'Fable', value: 'fable' },
			{ name: 'Nova', value: 'nova' },
			{ name: 'Onyx', value: 'onyx' },
			{ name: 'Shimmer', value: 'shimmer' },
		],
		default: 'alloy',
		description: 'Who speaks',
		routing: { send: { type: 'body', property: 'voice' } },
	},
	{
		displayName: 'Model',
		name: 'model',
		type: 'options',
		options: [
			{ name: 'TTS-1', value: 'tts-1', description: 'The faster one' },
			{ name: 'TTS-1 HD', value: 'tts-1-hd', description: 'The one with the better sound' },
		],
		default: 'tts-1',
		description: 'The speech model',
		routing: { send: { type: 'body', property: 'model' } },
	},
	outputBinaryPropertyName,
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options: [
			{
				displayName: 'File Name',
				name: 'fileName',
				type: 'string',
				default: 'speech.mp3',
				placeholder: 'e.g. answer.mp3',
				description: 'The name of the audio file',
			},
			maxCharacters,
			...requestLimits,
		],
	},
];

export const synthesize: OperationDescription = {
	option: {
		name: 'Synthesize',
		value: 'synthesize',
		action: 'Synthesize speech from text',
		description: 'Turn text into an MP3 file of speech',
		routing: throughDoor({
			method: 'POST',
			url: '/services/v1/public/service/execute/text_to_speech',
			parameters,
			isRepeatable: true,
			service: 'text to speech',
			advice: 'Try a shorter text, and check that it holds words to speak.',
			conduct: synthesizeSpeech,
		}),
	},
	parameters,
};
