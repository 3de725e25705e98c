import { NodeConnectionTypes } from 'n8n-workflow';
import type { INodeType, INodeTypeDescription } from 'n8n-workflow';
import { allItemsThroughDoor } from '../shared/door';
import { searchMedia } from '../shared/lists/searchMedia';
import { mediaDescription } from './resources/media';

export class OnDemandMedia implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'OnDemand Media',
		name: 'onDemandMedia',
		icon: { light: 'file:../../icons/ondemand.svg', dark: 'file:../../icons/ondemand.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: '={{ $parameter["operation"] }}',
		description: 'Let OnDemand read documents, images, audio and video',
		defaults: { name: 'OnDemand Media' },
		usableAsTool: true,
		builderHint: {
			searchHint:
				'Lets OnDemand read documents, images, audio, video and YouTube links. Give the session ID of a chat to ask questions about a file with OnDemand Chat.',
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
				options: [{ name: 'Media', value: 'media' }],
				default: 'media',
			},
			...mediaDescription,
		],
	};

	methods = { listSearch: { searchMedia } };

	customOperations = allItemsThroughDoor(this.description);
}
