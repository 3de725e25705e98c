/** One event of a stream of server-sent events. */
export interface ServerSentEvent {
	/** Its `event` field; `message` where the stream names none. */
	name: string;
	data: string;
}

/**
 * Reads server-sent events by the rule of the HTML standard (§9.2.6): whatever way the bytes are split,
 * lines end with LF, CR or CRLF, one blank after the colon is dropped, several `data` lines make one text,
 * comments and unknown fields are passed over, and an event that no blank line ended does not count.
 *
 * @param chunks the body as it arrives
 */
export async function* serverSentEvents(
	chunks: AsyncIterable<Uint8Array | string>,
): AsyncGenerator<ServerSentEvent> {
	let name = '';
	let data: string[] = [];
	for await (const line of lines(chunks)) {
		if (line === '') {
			if (data.length > 0) yield { name: name || 'message', data: data.join('\n') };
			name = '';
			data = [];
			continue;
		}
		const colon = line.indexOf(':');
		const field = colon === -1 ? line : line.slice(0, colon);
		const value = colon === -1 ? '' : line.slice(line[colon + 1] === ' ' ? colon + 2 : colon + 1);
		if (field === 'event') name = value;
		if (field === 'data') data.push(value);
	}
}

async function* lines(chunks: AsyncIterable<Uint8Array | string>): AsyncGenerator<string> {
	const decoder = new TextDecoder();
	let rest = '';
	let endedWithReturn = false;
	for await (const chunk of chunks) {
		let text = typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true });
		if (text === '') continue;
		// The LF of a CRLF that was split between two chunks.
		if (endedWithReturn && text.startsWith('\n')) text = text.slice(1);
		endedWithReturn = text.endsWith('\r');
		const parts = (rest + text).split(/\r\n|\r|\n/);
		rest = parts.pop() ?? '';
		yield* parts;
	}
}
