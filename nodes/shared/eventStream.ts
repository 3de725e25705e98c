const LINE_FEED = '\n'.charCodeAt(0);
const BLANK = ' '.charCodeAt(0);
const [D, A, T, , COLON] = Array.from('data:', (letter) => letter.charCodeAt(0));

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
	const lines = new Lines();
	let endedWithReturn = false;
	for await (const chunk of chunks) {
		let text = typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true });
		if (text === '') continue;
		// The LF of a CRLF that was split between two chunks.
		if (endedWithReturn && text.startsWith('\n')) text = text.slice(1);
		endedWithReturn = text.endsWith('\r');
		if (text.includes('\r')) text = text.replace(/\r\n?/g, '\n');
		const events = lines.read(text);
		if (events.length > 0) yield events;
	}
}

/** The lines of a body, each ended by LF. */
class Lines {
	/** The line that no LF ended yet. */
	private unfinished = '';

	/** What the event that no blank line ended yet says. */
	private data: string | undefined;

	/** Reads on and gives the data of the events that the text completes. */
	read(text: string): string[] {
		const events: string[] = [];
		const end = text.indexOf('\n');
		if (end === -1) {
			this.unfinished += text;
			return events;
		}
		// Only the first line is put together: the whole text would be copied for it.
		this.readWhole(this.unfinished + text.slice(0, end + 1), 0, events);
		this.unfinished = text.slice(this.readWhole(text, end + 1, events));
		return events;
	}

	/** Adds the events of all whole lines from a place on, and returns where the unfinished line starts. */
	private readWhole(text: string, from: number, events: string[]): number {
		let { data } = this;
		let start = from;
		for (let end = text.indexOf('\n', start); end !== -1; end = text.indexOf('\n', start)) {
			if (hasData(text, start)) {
				const value = text.slice(text.charCodeAt(start + 5) === BLANK ? start + 6 : start + 5, end);
				data = data === undefined ? value : `${data}\n${value}`;
			} else if (end - start === 4 && text.startsWith('data', start)) {
				data = data === undefined ? '' : `${data}\n`;
			}
			const isBlank = end === start;
			start = end + 1;
			if (!isBlank) {
				// A blank line behind it, which ends the event, is seen at once: a search for it would cost a third more.
				if (text.charCodeAt(start) !== LINE_FEED) continue;
				start += 1;
			}
			if (data !== undefined) events.push(data);
			data = undefined;
		}
		this.data = data;
		return start;
	}
}

/** Whether a line is one of data. Letter by letter, as this is asked of each line: `startsWith` is slower. */
function hasData(text: string, start: number): boolean {
	return (
		text.charCodeAt(start) === D &&
		text.charCodeAt(start + 1) === A &&
		text.charCodeAt(start + 2) === T &&
		text.charCodeAt(start + 3) === A &&
		text.charCodeAt(start + 4) === COLON
	);
}
