import { NodeConnectionTypes } from 'n8n-workflow';
import type { INodeType, INodeTypeDescription } from 'n8n-workflow';
import { allItemsThroughDoor } from '../shared/door';
import { speechDescription } from './resources/speech';

export class OnDemandSpeech implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'OnDemand Speech',
		name: 'onDemandSpeech',
		icon: { light: 'file:../../icons/ondemand.svg', dark: 'file:../../icons/ondemand.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: '={{ $parameter["operation"] }}',
		description: 'Turn speech into text and text into speech with OnDemand',
		defaults: { name: 'OnDemand Speech' },
		usableAsTool: true,
		builderHint: {
			searchHint:
				'Transcribe turns an audio file or link into text; Synthesize turns text into an MP3 file. With OnDemand Chat between them a voice note gets a spoken answer.',
		},
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'onDemandApi', required: true }],
		requestDefaults: { headers: { Accept: 'application/json' } },
		properties: [
			{
				displayName: 'Resource',
				name: 'resource',
				type: 'options',
				noDataExpression: true,
				options: [{ name: 'Speech', value: 'speech' }],
				default: 'speech',
			},
			...speechDescription,
		],
	};

	customOperations = allItemsThroughDoor(this.description);
}
