import type { INodeProperties } from 'n8n-workflow';
import { mediaLocator } from '../../../shared/descriptions/files';
import { throughDoor } from '../../../shared/door';
import type { OperationDescription } from '../../../shared/operation';
import { deleted } from '../../../shared/receive';

const parameters: INodeProperties[] = [mediaLocator];

export const deleteMedia: OperationDescription = {
	option: {
		name: 'Delete',
		value: 'delete',
		action: 'Delete media file',
		description: 'Remove a file from the account',
		routing: throughDoor({
			method: 'DELETE',
			url: '/media/v1/public/file/{fileId}',
			parameters,
			receive: [deleted('fileId', mediaLocator.displayName)],
		}),
	},
	parameters,
};
