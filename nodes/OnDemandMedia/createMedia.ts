import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { inputFile } from '../shared/binary';
import type { ItemCall } from '../shared/call';
import { OnDemandError } from '../shared/errors';
import { fileAgentFor, fileAgentForUrl } from '../shared/fileAgents';
import { simplified } from '../shared/output';
import { record, withId } from '../shared/receive';
import { send } from '../shared/send';
import { uploadFile } from '../shared/upload';
import { isRecord } from '../shared/wire';
import { createdOnce } from './outcome';
import { processedMedia } from './processedMedia';
import { mediaFields } from './resources/media/fields';

/** Media: Upload File. */
export async function uploadInput(call: ItemCall): Promise<INodeExecutionData[]> {
	const file = await inputFile(call);
	const { plugins = [fileAgentFor(file.name, file.mimeType)], ...fields } = call.request.body;
	const media = await createdOnce(
		call,
		async () => await uploadFile(call, file, { plugins, ...fields }),
		({ name, sizeBytes }) => name === (fields.name ?? file.name) && sizeBytes === file.size,
	);
	return await output(call, media);
}

/** Media: Create From URL. */
export async function createFromLink(call: ItemCall): Promise<INodeExecutionData[]> {
	const { url } = call.request.body;
	if (typeof url !== 'string' || !URL.canParse(url)) {
		throw new OnDemandError(`The parameter "URL" is not a web address: ${String(url)}`, {
			description: 'Enter a whole link, such as https://example.com/terms.pdf.',
			cause: 'configuration-invalid',
		});
	}
	const body = { plugins: [fileAgentForUrl(url)], ...call.request.body };
	const media = await createdOnce(
		call,
		async () => {
			const answer = await send(call, { ...call.request, body });
			const [created] = record('data')(isRecord(answer.body) ? [answer.body] : [], call.context);
			return created;
		},
		(found) => found.sourceUrl === url || found.url === url,
	);
	return await output(call, media);
}

async function output(call: ItemCall, created: IDataObject): Promise<INodeExecutionData[]> {
	const { context } = call;
	const seconds = Number(context.getNodeParameter('options.waitForProcessing', 0));
	const media = await processedMedia(call, created, seconds);
	return simplified(...mediaFields)(withId([media], context), context).map((json) => ({ json }));
}
