import type { INodeProperties } from 'n8n-workflow';
import { mediaLocator, outputBinaryPropertyName } from '../../../shared/descriptions/files';
import { requestLimitOptions } from '../../../shared/descriptions/limits';
import { throughDoor } from '../../../shared/door';
import type { OperationDescription } from '../../../shared/operation';
import { downloadMedia } from '../../downloadMedia';

const parameters: INodeProperties[] = [
	{
		...mediaLocator,
		modes: [
			...(mediaLocator.modes ?? []),
			{
				displayName: 'By File Link',
				name: 'url',
				type: 'string',
				placeholder: 'e.g. https://storage.example.net/media/terms.txt',
				hint: 'The url or extractedTextUrl of a media item',
			},
		],
	},
	{
		displayName: 'What to Download',
		name: 'content',
		type: 'options',
		options: [
			{
				name: 'Extracted Text',
				value: 'extractedText',
				description: 'The text that OnDemand has read in a document',
			},
			{ name: 'Original File', value: 'original', description: 'The file as it was uploaded' },
		],
		default: 'original',
		description: 'Which file of the media record to get. A link says this by itself.',
	},
	outputBinaryPropertyName,
	requestLimitOptions,
];

export const download: OperationDescription = {
	option: {
		name: 'Download',
		value: 'download',
		action: 'Download media file',
		description: 'Get an uploaded file, or the text that OnDemand has read in it',
		routing: throughDoor({
			method: 'GET',
			url: '/media/v1/public/file',
			parameters,
			conduct: downloadMedia,
		}),
	},
	parameters,
};
