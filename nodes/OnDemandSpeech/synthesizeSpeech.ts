import type { INodeExecutionData } from 'n8n-workflow';
import { textOf } from '../shared/answer';
import type { ItemCall } from '../shared/call';
import { requiredText } from '../shared/parameters';
import { download, send } from '../shared/send';

/** OnDemand's storage calls the file `application/octet-stream`; what it holds is MP3. */
const MIME_TYPE = 'audio/mpeg';
const FILE_NAME = 'speech.mp3';

/** Synthesize: the link of the answer expires, so the audio itself is fetched at once. */
export async function synthesizeSpeech(call: ItemCall): Promise<INodeExecutionData[]> {
	const { context } = call;
	const field = requiredText(context, 'outputBinaryPropertyName', 'Output Data Field Name');
	const audioUrl = textOf(await send(call), 'data', 'audioUrl');
	const audio = await download(call, audioUrl);
	const binary = await context.helpers.prepareBinaryData(audio, FILE_NAME, MIME_TYPE);
	return [
		{
			json: { audioUrl, fileName: FILE_NAME, mimeType: MIME_TYPE, fileSize: binary.fileSize },
			binary: { [field]: binary },
		},
	];
}
