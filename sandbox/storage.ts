/* eslint-disable @n8n/community-nodes/no-restricted-imports -- the sandbox runs on Node itself, never inside n8n */
import { pipeline } from 'node:stream/promises';
import type { Exchange } from './arrival';
import { faultReply } from './faultReplies';
import { plainReply, sendText } from './reply';

/**
 * Serves a stored file, as the blob storage beside the API does: without a key. A key that is sent
 * here nevertheless is counted, because it left the host it belongs to.
 */
export async function serveFile({ core, request, response, entry }: Exchange): Promise<void> {
	if (entry.key !== 'missing') core.counters.counts.keysSentToStorage += 1;
	request.resume();
	const fault = core.faults.take('storage', false);
	entry.fault = fault?.fault ?? null;
	if (fault?.fault === 'hang') return;
	if (fault?.fault === 'reset-before') {
		response.destroy();
		return;
	}
	const instead = fault && faultReply(fault);
	if (instead) {
		sendText(response, instead);
		return;
	}
	await core.timers.sleep(core.settings.latencyMs);
	const file = core.files.find(entry.path.split('/')[2] ?? '');
	if (!file || !['GET', 'HEAD'].includes(request.method ?? '')) {
		sendText(response, plainReply(404, 'Not Found'));
		return;
	}
	response.writeHead(200, { 'content-type': file.mimeType, 'content-length': file.sizeBytes });
	if (request.method === 'HEAD') {
		response.end();
	} else if (fault?.fault === 'reset-after') {
		const half = core.files.read(file, Math.max(1, Math.floor(file.sizeBytes / 2)));
		await pipeline(half, response, { end: false });
		response.destroy();
	} else {
		await pipeline(core.files.read(file), response);
	}
}
