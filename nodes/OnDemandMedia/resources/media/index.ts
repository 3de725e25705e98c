import type { INodeProperties } from 'n8n-workflow';
import { parametersOf } from '../../../shared/operation';
import { createFromUrl } from './createFromUrl';
import { deleteMedia } from './delete';
import { download } from './download';
import { getAll } from './getAll';
import { uploadFile } from './uploadFile';

export const mediaDescription: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['media'] } },
		options: [
			createFromUrl.option,
			deleteMedia.option,
			download.option,
			getAll.option,
			uploadFile.option,
		],
		default: 'uploadFile',
	},
	...parametersOf([createFromUrl, deleteMedia, download, getAll, uploadFile], 'media'),
];
