/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- the benchmarks run in Node, never inside n8n */
import { once } from 'node:events';
import { createReadStream, createWriteStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { get, request } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { pipeline } from 'node:stream/promises';

/** Downloads a file to the disk and uploads it from there, and prints how long each took. */
async function main(): Promise<void> {
	const [source, target, file] = process.argv.slice(2);
	const download = await timed(async () => {
		const [response]: IncomingMessage[] = await once(get(source), 'response');
		await pipeline(response, createWriteStream(file));
	});
	const { size } = await stat(file);
	const upload = await timed(async () => {
		const sent = request(target, { method: 'POST', headers: { 'content-length': size } });
		const answered = once(sent, 'response');
		await pipeline(createReadStream(file), sent);
		const [response]: IncomingMessage[] = await answered;
		response.resume();
	});
	process.stdout.write(JSON.stringify({ download, upload }));
}

/** Milliseconds that a piece of work takes. */
async function timed(work: () => Promise<void>): Promise<number> {
	const began = performance.now();
	await work();
	return performance.now() - began;
}

void main();
