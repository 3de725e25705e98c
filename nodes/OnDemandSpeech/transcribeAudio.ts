import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { textOf } from '../shared/answer';
import { inputFile } from '../shared/binary';
import type { ItemCall } from '../shared/call';
import { asOnDemandError, OnDemandError } from '../shared/errors';
import { AUDIO_AGENT } from '../shared/fileAgents';
import { send } from '../shared/send';
import { uploadFile } from '../shared/upload';
import { textAt, withoutEmpty } from '../shared/wire';

/** Transcribe: OnDemand reads audio behind links only, so a file is uploaded first and removed afterwards. */
export async function transcribeAudio(call: ItemCall): Promise<INodeExecutionData[]> {
	if (call.context.getNodeParameter('audioSource', 'binary') === 'url') {
		const { audioUrl } = call.request.body;
		return [{ json: { text: await transcript(call, audioUrl), audioUrl } }];
	}
	const file = await inputFile(call);
	const media = await uploadFile(call, file, { plugins: AUDIO_AGENT, responseMode: 'sync' });
	const [outcome] = await Promise.allSettled([transcript(call, media.url)]);
	const left = withoutEmpty({ mediaId: await removeUpload(call, media) });
	if (outcome.status === 'fulfilled') {
		return [{ json: { text: outcome.value, fileName: file.name, ...left } }];
	}
	const { message, facts } = asOnDemandError(outcome.reason);
	throw new OnDemandError(message, { ...facts, about: left });
}

async function transcript(call: ItemCall, audioUrl: IDataObject[string]): Promise<string> {
	return textOf(await send(call, { ...call.request, body: { audioUrl } }), 'data', 'text');
}

/** Removes the uploaded file and gives its ID where it stays: because it should, or because it could not be removed. */
async function removeUpload(call: ItemCall, media: IDataObject): Promise<string | undefined> {
	const mediaId = textAt(media, 'id') ?? textAt(media, '_id');
	const keep = call.context.getNodeParameter('options.keepUpload', false) === true;
	if (keep || !mediaId) return mediaId;
	try {
		await send(call, { method: 'DELETE', path: `/media/v1/public/file/${mediaId}` });
		return undefined;
	} catch {
		// The text counts more than the upload; the output tells the ID of what is left.
		return mediaId;
	}
}
