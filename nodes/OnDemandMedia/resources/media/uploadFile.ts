import type { INodeProperties } from 'n8n-workflow';
import {
	binaryPropertyName,
	fileAgents,
	mediaOptions,
	mediaResponseMode,
} from '../../../shared/descriptions/files';
import { simplify } from '../../../shared/descriptions/output';
import { throughDoor } from '../../../shared/door';
import type { OperationDescription } from '../../../shared/operation';
import { uploadInput } from '../../createMedia';

const parameters: INodeProperties[] = [
	binaryPropertyName,
	fileAgents,
	mediaResponseMode,
	...simplify,
	mediaOptions,
];

export const uploadFile: OperationDescription = {
	option: {
		name: 'Upload File',
		value: 'uploadFile',
		action: 'Upload media file',
		description: 'Let OnDemand read a file of the input item',
		routing: throughDoor({
			method: 'POST',
			url: '/media/v1/public/file/raw',
			parameters,
			advice: 'Check that the file opens, and that File Agents names the agent for its type.',
			conduct: uploadInput,
		}),
	},
	parameters,
};
