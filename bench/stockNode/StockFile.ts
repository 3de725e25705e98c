import { NodeConnectionTypes } from 'n8n-workflow';
import type {
	IExecuteFunctions,
	IHttpRequestOptions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';
import type { BodyStream } from '../../nodes/shared/answer';

/** A file passes through n8n's own helpers and nothing else: no node in n8n can do less. */
export class StockFile implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Stock File',
		name: 'stockFile',
		group: ['transform'],
		version: 1,
		description: 'Download or upload a file',
		defaults: { name: 'Stock File' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		properties: [
			{
				displayName: 'Operation',
				name: 'operation',
				type: 'options',
				noDataExpression: true,
				options: [
					{ name: 'Download', value: 'download', action: 'Download a file' },
					{ name: 'Upload', value: 'upload', action: 'Upload a file' },
				],
				default: 'download',
			},
			{ displayName: 'URL', name: 'url', type: 'string', default: '' },
		],
		usableAsTool: true,
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const operation = this.getNodeParameter('operation', 0);
		const url = String(this.getNodeParameter('url', 0));
		if (operation === 'download') {
			const body: unknown = await this.helpers.httpRequest({ url, encoding: 'stream' });
			const data = await this.helpers.prepareBinaryData(asStream(body), 'file.pdf');
			return [[{ json: {}, binary: { data }, pairedItem: 0 }]];
		}
		const { id = '' } = this.helpers.assertBinaryData(0, 'data');
		const { fileSize } = await this.helpers.getBinaryMetadata(id);
		const options: IHttpRequestOptions = {
			method: 'POST',
			url,
			headers: { 'content-length': fileSize },
			body: await this.helpers.getBinaryStream(id),
			// Otherwise n8n's client keeps the whole body, to send it once more after a redirect.
			disableFollowRedirect: true,
		};
		const json: unknown = await this.helpers.httpRequest(options);
		return [[{ json: typeof json === 'object' ? { ...json } : {}, pairedItem: 0 }]];
	}
}

function asStream(body: unknown): BodyStream {
	if (isStream(body)) return body;
	throw new Error('n8n gave no stream');
}

function isStream(body: unknown): body is BodyStream {
	return typeof body === 'object' && body !== null && Symbol.asyncIterator in body;
}
