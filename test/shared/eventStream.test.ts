import fc from 'fast-check';
import { eventData } from '../../nodes/shared/eventStream';

async function* chunksOf(bytes: Uint8Array, cuts: number[]): AsyncGenerator<Uint8Array> {
	let start = 0;
	for (const cut of [...cuts].sort((one, other) => one - other)) {
		yield bytes.subarray(start, cut);
		start = cut;
	}
	yield bytes.subarray(start);
}

async function read(text: string, cuts: number[] = []) {
	const events: string[] = [];
	for await (const texts of eventData(chunksOf(Buffer.from(text), cuts))) events.push(...texts);
	return events;
}

describe('Server-sent events', () => {
	it.each([
		['one line', 'data:Hello\n\n', ['Hello']],
		['one blank after the colon', 'data:  Hello\n\n', [' Hello']],
		['a name', 'event:thinking\ndata:{}\n\n', ['{}']],
		['several data lines', 'data:one\ndata:two\n\n', ['one\ntwo']],
		['CRLF', 'event:a\r\ndata:b\r\n\r\n', ['b']],
		['CR alone', 'event:a\rdata:b\r\r', ['b']],
		['comments and unknown fields', ':hi\nid:4\nretry:9\ndata:b\n\n', ['b']],
		['a field without a colon', 'data\n\n', ['']],
		['an event without data', 'event:a\n\ndata:b\n\n', ['b']],
		['an event that no blank line ended', 'data:a\n\ndata:b\n', ['a']],
	])('with %s are read by the rule', async (_, text, events) => {
		expect(await read(text)).toEqual(events);
	});

	it('are the same when a CRLF is split and an empty line begins the next chunk', async () => {
		expect(await read('data:b\r\n\n', [7, 8])).toEqual(['b']);
	});

	it('are the same however the bytes are split', async () => {
		const line = fc.string({ unit: 'grapheme' }).map((text) => text.replace(/[\r\n]/g, ''));
		const lineEnd = fc.constantFrom('\n', '\r\n', '\r');
		await fc.assert(
			fc.asyncProperty(
				fc.array(line, { minLength: 1, maxLength: 6 }),
				lineEnd,
				fc.array(fc.nat()),
				async (texts, end, numbers) => {
					const body = texts.map((text) => `event:x${end}data: ${text}${end}${end}`).join('');
					const size = Buffer.byteLength(body);
					expect(
						await read(
							body,
							numbers.map((number) => number % size),
						),
					).toEqual(texts);
				},
			),
		);
	});
});
