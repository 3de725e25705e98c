/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- the benchmarks run in Node, never inside n8n */
import { Agent } from 'node:http';
import axios from 'axios';

/** Connections that are kept open. */
const CONNECTIONS = 256;

/** Translates as many texts as it is told to and prints how that went. */
async function main(): Promise<void> {
	const [url, count] = process.argv.slice(2);
	const client = axios.create({
		httpAgent: new Agent({ keepAlive: true, maxSockets: CONNECTIONS }),
		headers: { apikey: 'a-key-of-the-benchmarks' },
		validateStatus: () => true,
		proxy: false,
	});
	const began = performance.now();
	const answers = await Promise.all(
		Array.from({ length: Number(count) }, async (_, index) => {
			const input = `Product ${index}: a light tent for two people, easy to pitch and dry in any rain.`;
			return (await client.post<unknown>(url, { input, languageCode: 'fr' })).data;
		}),
	);
	const milliseconds = performance.now() - began;
	const translated = answers.filter((answer) =>
		JSON.stringify(answer).includes('"translatedText":"[fr] '),
	).length;
	const peakMemory = process.resourceUsage().maxRSS * 1024;
	process.stdout.write(JSON.stringify({ milliseconds, peakMemory, translated }));
	process.exit();
}

void main();
