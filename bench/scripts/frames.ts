/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- the benchmarks run in Node, never inside n8n */
import { createRequire } from 'node:module';
import { createParser } from 'eventsource-parser';
import type * as EventStream from '../../nodes/shared/eventStream';

/** Bytes of a chunk, as a connection gives them: frames begin and end anywhere in it. */
const CHUNK = 16 * 1024;

/** Frames in the bytes that are read again and again. */
const FRAMES = 5000;

type Chunks = () => AsyncIterable<Uint8Array>;

function frame(index: number): string {
	const data = {
		sessionId: '666666666666666666666666',
		messageId: '666666666666666666666667',
		answer: index % 7 === 0 ? 'montaña ' : 'tent ',
		status: 'processing',
		eventIndex: index,
		eventType: 'fulfillment',
	};
	return `event:message\ndata:${JSON.stringify(data)}\n\n`;
}

function chunksOf(frames: number): Chunks {
	const text = Array.from({ length: FRAMES }, (_, index) => frame(index)).join('');
	const bytes = new TextEncoder().encode(text);
	return async function* () {
		for (let repeat = 0; repeat < frames / FRAMES; repeat += 1) {
			for (let start = 0; start < bytes.length; start += CHUNK) {
				yield bytes.subarray(start, start + CHUNK);
			}
		}
	};
}

/** Parses as the package does that stands in a file. */
function ownParser(file: string) {
	const { eventData }: typeof EventStream = createRequire(file)(file);
	return async (chunks: Chunks): Promise<number> => {
		let events = 0;
		for await (const texts of eventData(chunks())) {
			for (const data of texts) if (data !== '') events += 1;
		}
		return events;
	};
}

async function rival(chunks: Chunks): Promise<number> {
	let events = 0;
	const decoder = new TextDecoder();
	const parser = createParser({
		onEvent: ({ data }) => {
			if (data !== '') events += 1;
		},
	});
	for await (const chunk of chunks()) parser.feed(decoder.decode(chunk, { stream: true }));
	return events;
}

/** Frames a second. */
async function speedOf(
	parse: (chunks: Chunks) => Promise<number>,
	frames: number,
): Promise<number> {
	const began = performance.now();
	const events = await parse(chunksOf(frames));
	const seconds = (performance.now() - began) / 1000;
	if (events !== frames) throw new Error(`${events} events were read of ${frames} frames`);
	return frames / seconds;
}

/** Parses the same frames by turns and prints the frames a second of each round. */
async function main(): Promise<void> {
	const [file, ...counts] = process.argv.slice(2);
	const [frames, rounds] = counts.map(Number);
	const own = ownParser(file);
	const speeds: { own: number[]; rival: number[] } = { own: [], rival: [] };
	await speedOf(own, FRAMES * 10);
	await speedOf(rival, FRAMES * 10);
	for (let round = 0; round < rounds; round += 1) {
		speeds.own.push(await speedOf(own, frames));
		speeds.rival.push(await speedOf(rival, frames));
	}
	process.stdout.write(JSON.stringify(speeds));
}

void main();
