import type { IDataObject } from 'n8n-workflow';
import type { ItemCall } from '../shared/call';
import { OnDemandError } from '../shared/errors';
import { polled } from '../shared/polling';
import { findMedia } from './findMedia';

/**
 * A new media record when OnDemand has read its file, or as it is when time is up. Records of documents
 * carry no `actionStatus`; those are read.
 *
 * @param seconds how long to look
 * @throws OnDemandError when OnDemand could not read the file
 */
export async function processedMedia(
	call: ItemCall,
	media: IDataObject,
	seconds: number,
): Promise<IDataObject> {
	if (media.actionStatus !== 'processing' || seconds <= 0) return read(media);
	const id = String(media.id ?? media._id);
	const done = await polled(call, seconds, async () => {
		const found = await findMedia(call, id);
		return found.actionStatus === 'processing' ? undefined : found;
	});
	return read(done ?? media);
}

function read(media: IDataObject): IDataObject {
	if (media.actionStatus !== 'failed') return media;
	throw new OnDemandError(
		`OnDemand could not read the file: ${media.failedReason ?? 'no reason given'}`,
		{
			description: 'Check that the file opens, and that File Agents names the agent for its type.',
			about: { mediaId: media.id ?? media._id },
		},
	);
}
