/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- the benchmarks run in Node, never inside n8n */
import { once } from 'node:events';
import { createReadStream, createWriteStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { get, request } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { pipeline } from 'node:stream/promises';

/** Downloads a file to the disk, or uploads it from there; prints how long it took, and the most memory it held. */
async function main(): Promise<void> {
	const [direction, url, file] = process.argv.slice(2);
	const began = performance.now();
	await (direction === 'download' ? download(url, file) : upload(file, url));
	const milliseconds = performance.now() - began;
	const peakMemory = process.resourceUsage().maxRSS * 1024;
	process.stdout.write(JSON.stringify({ milliseconds, peakMemory }));
}

async function download(url: string, file: string): Promise<void> {
	const [response]: IncomingMessage[] = await once(get(url), 'response');
	await pipeline(response, createWriteStream(file));
}

async function upload(file: string, url: string): Promise<void> {
	const { size } = await stat(file);
	const sent = request(url, { method: 'POST', headers: { 'content-length': size } });
	const answered = once(sent, 'response');
	await pipeline(createReadStream(file), sent);
	const [response]: IncomingMessage[] = await answered;
	response.resume();
}

void main();
