import { byId, ID, recording, sentFile } from './row';
import type { Row } from './row';

export const mediaRows: Row[] = [
	{
		does: 'Media: Upload File',
		node: 'onDemandMedia',
		parameters: {
			resource: 'media',
			operation: 'uploadFile',
			binaryPropertyName: 'data',
			pluginIds: ['plugin-1713958830', 'plugin-1716472791'],
			responseMode: 'webhook',
			simplify: true,
			options: {
				sessionId: ID,
				externalUserId: 'customer-0042',
				name: 'call.mp3',
				waitForProcessing: 5,
				maxParallelRequests: 4,
				rateLimitWait: 60,
			},
		},
		items: [recording],
		sends: {
			operationId: 'uploadMedia',
			path: '/media/v1/public/file/raw',
			body: {
				plugins: ['plugin-1713958830', 'plugin-1716472791'],
				responseMode: 'webhook',
				sessionId: ID,
				externalUserId: 'customer-0042',
				name: 'call.mp3',
				sizeBytes: '5',
				file: sentFile,
			},
		},
	},
	{
		does: 'Media: Create From URL',
		node: 'onDemandMedia',
		parameters: {
			resource: 'media',
			operation: 'createFromUrl',
			url: 'https://files.example.com/terms.pdf',
			pluginIds: 'plugin-1713954536',
			responseMode: 'sync',
			simplify: true,
			options: {
				sessionId: ID,
				externalUserId: 'customer-0042',
				name: 'Terms',
				waitForProcessing: 5,
				maxParallelRequests: 4,
				rateLimitWait: 60,
			},
		},
		sends: {
			operationId: 'createMediaFromUrl',
			path: '/media/v1/public/file',
			body: {
				url: 'https://files.example.com/terms.pdf',
				plugins: ['plugin-1713954536'],
				responseMode: 'sync',
				sessionId: ID,
				externalUserId: 'customer-0042',
				name: 'Terms',
			},
		},
	},
	{
		does: 'Media: Get Many',
		node: 'onDemandMedia',
		parameters: {
			resource: 'media',
			operation: 'getAll',
			returnAll: false,
			limit: 20,
			simplify: true,
			filters: {
				source: 'audio',
				pluginId: 'plugin-1713958830',
				externalUserId: 'customer-0042',
				sort: 'updatedAt',
			},
			options: { maxParallelRequests: 4, rateLimitWait: 60 },
		},
		sends: {
			operationId: 'listMedia',
			path: '/media/v1/public/file',
			query: {
				source: 'audio',
				plugins: 'plugin-1713958830',
				externalUserId: 'customer-0042',
				sort: 'updatedAt',
				page: '1',
				limit: '20',
			},
		},
	},
	{
		does: 'Media: Download looks the file up',
		node: 'onDemandMedia',
		parameters: {
			resource: 'media',
			operation: 'download',
			fileId: byId(ID),
			content: 'extractedText',
			outputBinaryPropertyName: 'file',
			options: { maxParallelRequests: 4, rateLimitWait: 60 },
		},
		sends: {
			operationId: 'listMedia',
			path: '/media/v1/public/file',
			query: { sort: '-createdAt', page: '1', limit: '50' },
		},
	},
	{
		does: 'Media: Delete',
		node: 'onDemandMedia',
		parameters: { resource: 'media', operation: 'delete', fileId: byId(ID) },
		sends: { operationId: 'deleteMedia', path: `/media/v1/public/file/${ID}` },
	},
];
