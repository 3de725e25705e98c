import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import type { ItemCall } from '../shared/call';
import { OnDemandError } from '../shared/errors';
import { requiredText } from '../shared/parameters';
import { download } from '../shared/send';
import { textAt, withoutEmpty } from '../shared/wire';
import { findMedia } from './findMedia';

/** What is to be downloaded: the link, and what is known of the file behind it. */
interface Wanted {
	url: string;
	name: string;
	mimeType?: string;
}

/** Media: Download. The storage is another host than the API's, so no key goes there. */
export async function downloadMedia(call: ItemCall): Promise<INodeExecutionData[]> {
	const { context } = call;
	const field = requiredText(context, 'outputBinaryPropertyName', 'Output Data Field Name');
	const file = requiredText(context, 'fileId', 'File');
	const { url, name, mimeType } = URL.canParse(file)
		? linked(file)
		: wanted(call, await findMedia(call, file));
	const { stream, headers } = await download(call, url);
	const type = mimeType ?? trueType(headers['content-type']);
	const binary = await context.helpers.prepareBinaryData(stream, name, type);
	const { fileName, fileSize } = binary;
	return [
		{
			json: withoutEmpty({ url, fileName, mimeType: binary.mimeType, fileSize }),
			binary: { [field]: binary },
		},
	];
}

function linked(url: string): Wanted {
	return { url, name: decodeURIComponent(new URL(url).pathname.split('/').pop() ?? '') || 'file' };
}

function wanted({ context }: ItemCall, media: IDataObject): Wanted {
	const name = textAt(media, 'name') ?? 'file';
	if (context.getNodeParameter('content', 'original') === 'original') {
		return { url: link(media, 'url'), name, mimeType: textAt(media, 'mimeType') };
	}
	return {
		url: link(media, 'extractedTextUrl'),
		name: `${name.replace(/\.\w+$/, '')}.txt`,
		mimeType: 'text/plain',
	};
}

function link(media: IDataObject, key: 'url' | 'extractedTextUrl'): string {
	const url = textAt(media, key);
	if (url) return url;
	throw new OnDemandError(
		`OnDemand has no ${key === 'url' ? 'link' : 'extracted text'} for this file`,
		{
			description:
				'Only documents have an extracted text file. Set "What to Download" to Original File.',
		},
	);
}

/** Storage often calls everything a stream of bytes; n8n then finds the type by the name. */
function trueType(contentType: unknown): string | undefined {
	const type = String(contentType ?? '')
		.split(';')[0]
		.trim();
	return type === '' || type === 'application/octet-stream' ? undefined : type;
}
