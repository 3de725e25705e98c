/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- the benchmarks run in Node, never inside n8n */
import { Agent } from 'node:http';
import axios from 'axios';

/** A page of a list. */
interface Page {
	data: unknown[];
	pagination: { next: string };
}

/** Reads a list page by page and prints how long that took. */
async function main(): Promise<void> {
	const [url] = process.argv.slice(2);
	const client = axios.create({
		httpAgent: new Agent({ keepAlive: true }),
		headers: { apikey: 'a-key-of-the-benchmarks' },
		proxy: false,
	});
	const began = performance.now();
	let records = 0;
	let requests = 0;
	let cursor: string | undefined;
	do {
		const { data } = await client.get<Page>(url, { params: { limit: 50, cursor } });
		records += data.data.length;
		requests += 1;
		cursor = data.pagination.next;
	} while (cursor);
	const milliseconds = performance.now() - began;
	process.stdout.write(JSON.stringify({ milliseconds, records, requests }));
	process.exit();
}

void main();
