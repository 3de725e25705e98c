import type { INodeExecutionData } from 'n8n-workflow';
import { textOf } from '../shared/answer';
import type { ItemCall } from '../shared/call';
import { maxCharactersOf } from '../shared/descriptions/texts';
import { textParts } from '../shared/longText';
import { requiredText } from '../shared/parameters';
import { download, send } from '../shared/send';

/** OnDemand's storage calls the file `application/octet-stream`; what it holds is MP3. */
const MIME_TYPE = 'audio/mpeg';

/** Synthesize: the links in the answers expire, so the audio itself is fetched at once. */
export async function synthesizeSpeech(call: ItemCall): Promise<INodeExecutionData[]> {
	const { context } = call;
	const field = requiredText(context, 'outputBinaryPropertyName', 'Output Data Field Name');
	const fileName = String(context.getNodeParameter('options.fileName', 'speech.mp3'));
	const audioUrls = await spokenParts(call);
	const audio =
		audioUrls.length === 1
			? (await download(call, audioUrls[0])).stream
			: Buffer.concat(await Promise.all(audioUrls.map(async (url) => await heard(call, url))));
	const binary = await context.helpers.prepareBinaryData(audio, fileName, MIME_TYPE);
	return [
		{
			json: { audioUrls, fileName, mimeType: MIME_TYPE, fileSize: binary.fileSize },
			binary: { [field]: binary },
		},
	];
}

/** The links to the audio of the text's parts, in order. */
async function spokenParts(call: ItemCall): Promise<string[]> {
	const limit = maxCharactersOf(call.context);
	// Blanks make no sound.
	const parts = textParts(String(call.request.body.input), limit).map((part) => part.trim());
	return await Promise.all(
		parts.filter(Boolean).map(async (input) => {
			const body = { ...call.request.body, input };
			return textOf(await send(call, { ...call.request, body }), 'data', 'audioUrl');
		}),
	);
}

/** The bytes of one part. MP3 is a row of frames, so that files put one behind the other are a file again. */
async function heard(call: ItemCall, url: string): Promise<Buffer> {
	return await call.context.helpers.binaryToBuffer((await download(call, url)).stream);
}
