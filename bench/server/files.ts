/* eslint-disable @n8n/community-nodes/no-restricted-imports -- the benchmarks run in Node, never inside n8n */
import { once } from 'node:events';
import { sendJson } from './exchange';
import type { Exchange } from './exchange';

const PIECE = Buffer.alloc(256 * 1024, 'a tent for two. ');

/** Sends a file of as many bytes as its address says: `/storage/<bytes>/<name>`. */
export async function sendFile({ response, url }: Exchange): Promise<void> {
	const size = Number(url.pathname.split('/')[2]);
	response.writeHead(200, { 'content-type': 'application/pdf', 'content-length': size });
	for (let left = size; left > 0; left -= PIECE.length) {
		const isTaken = response.write(left < PIECE.length ? PIECE.subarray(0, left) : PIECE);
		if (!isTaken) await once(response, 'drain');
	}
	response.end();
}

/** Takes an upload and throws its bytes away. */
export async function takeFile(exchange: Exchange): Promise<void> {
	let sizeBytes = 0;
	for await (const chunk of exchange.request) sizeBytes += Buffer.from(chunk).length;
	const time = '2026-05-04T10:11:12.131Z';
	const media = {
		id: '666666666666666666666666',
		name: 'file.pdf',
		sizeBytes,
		source: 'document',
		mimeType: 'application/pdf',
		plugins: [],
		responseMode: 'sync',
		createdAt: time,
		updatedAt: time,
	};
	sendJson(exchange, 200, { message: 'Media created successfully', data: media });
}
