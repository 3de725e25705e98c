import type { OutputRow } from './outputs';
import { byId } from './row';

/** The operations whose output is always the same, for the output schemas. */
export const otherRows: Array<Pick<OutputRow, 'does' | 'node' | 'parameters'>> = [
	{
		does: 'Session: Delete',
		node: 'onDemandChat',
		parameters: {
			resource: 'session',
			operation: 'delete',
			sessionId: byId('={{ $json.sessionId }}'),
		},
	},
	{
		does: 'Media: Delete',
		node: 'onDemandMedia',
		parameters: { resource: 'media', operation: 'delete', fileId: byId('={{ $json.fileId }}') },
	},
	{
		does: 'Media: Download',
		node: 'onDemandMedia',
		parameters: {
			resource: 'media',
			operation: 'download',
			fileId: byId('={{ $json.fileId }}'),
			outputBinaryPropertyName: 'data',
		},
	},
	{
		does: 'Reasoning Mode: Get Many',
		node: 'onDemandPlugins',
		parameters: { resource: 'reasoningMode', operation: 'getAll' },
	},
	{
		does: 'Speech: Synthesize',
		node: 'onDemandSpeech',
		parameters: {
			resource: 'speech',
			operation: 'synthesize',
			text: 'Hello',
			outputBinaryPropertyName: 'data',
		},
	},
	{
		does: 'Speech: Transcribe',
		node: 'onDemandSpeech',
		parameters: {
			resource: 'speech',
			operation: 'transcribe',
			audioSource: 'binary',
			binaryPropertyName: 'data',
		},
	},
	{
		does: 'Translate',
		node: 'onDemandTranslate',
		parameters: {
			resource: 'text',
			operation: 'translate',
			text: 'Hello',
			targetLanguages: ['es'],
		},
	},
];
