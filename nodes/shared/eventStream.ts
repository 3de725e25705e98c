const BLANK = ' '.charCodeAt(0);

/**
 * Reads server-sent events by the rule of the HTML standard (§9.2.6): whatever way the bytes are split, lines end
 * with LF, CR or CRLF, one blank after the colon is dropped, several `data` lines make one text, comments and other
 * fields are passed over, and an event that no blank line ended does not count. OnDemand tells all in the data, so
 * that the names of events are not read.
 *
 * @param chunks the body as it arrives
 * @returns the data of the events that each chunk completes, together: one by one would cost more than the reading
 */
export async function* eventData(
	chunks: AsyncIterable<Uint8Array | string>,
): AsyncGenerator<string[]> {
	const decoder = new TextDecoder();
	let rest = '';
	let data: string | undefined;
	let endedWithReturn = false;
	for await (const chunk of chunks) {
		let text = typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true });
		if (text === '') continue;
		// The LF of a CRLF that was split between two chunks.
		if (endedWithReturn && text.startsWith('\n')) text = text.slice(1);
		endedWithReturn = text.endsWith('\r');
		if (text.includes('\r')) text = text.replace(/\r\n?/g, '\n');
		text = rest + text;
		const events: string[] = [];
		let start = 0;
		for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', start)) {
			if (end === start) {
				if (data !== undefined) events.push(data);
				data = undefined;
			} else {
				const value = dataIn(text, start, end);
				if (value !== undefined) data = data === undefined ? value : `${data}\n${value}`;
			}
			start = end + 1;
		}
		rest = text.slice(start);
		if (events.length > 0) yield events;
	}
}

/** What a line says when it is one of data. */
function dataIn(text: string, start: number, end: number): string | undefined {
	if (text.startsWith('data:', start)) {
		return text.slice(text.charCodeAt(start + 5) === BLANK ? start + 6 : start + 5, end);
	}
	return end - start === 4 && text.startsWith('data', start) ? '' : undefined;
}
