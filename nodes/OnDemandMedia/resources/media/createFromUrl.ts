import type { INodeProperties } from 'n8n-workflow';
import { fileAgents, mediaOptions, mediaResponseMode } from '../../../shared/descriptions/files';
import { simplify } from '../../../shared/descriptions/output';
import { throughDoor } from '../../../shared/door';
import type { OperationDescription } from '../../../shared/operation';
import { createFromLink } from '../../createMedia';

const parameters: INodeProperties[] = [
	{
		displayName: 'URL',
		name: 'url',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. https://example.com/terms.pdf',
		description: 'A public link to a document, an image, audio or video, or to a YouTube video',
		routing: { send: { type: 'body', property: 'url' } },
	},
	fileAgents,
	mediaResponseMode,
	...simplify,
	mediaOptions,
];

export const createFromUrl: OperationDescription = {
	option: {
		name: 'Create From URL',
		value: 'createFromUrl',
		action: 'Create media from URL',
		description: 'Let OnDemand read a file behind a public link, YouTube too',
		routing: throughDoor({
			method: 'POST',
			url: '/media/v1/public/file',
			parameters,
			advice: 'Check that the link is public, and that File Agents names the agent for its type.',
			conduct: createFromLink,
		}),
	},
	parameters,
};
