const idPattern = /^[0-9a-f]{24}$/;

/** Random lower-case hexadecimal digits, e.g. for trace and request ids. */
export function hexDigits(length: number): string {
	let digits = '';
	while (digits.length < length) {
		digits += Math.floor(Math.random() * 0x10000)
			.toString(16)
			.padStart(4, '0');
	}
	return digits.slice(0, length);
}

const machine = hexDigits(10);
let counter = 0;

/**
 * A new 24-digit object id. Ids made later sort behind earlier ones, so that an id can serve as
 * paging cursor.
 */
export function newId(): string {
	counter = (counter + 1) % 0x1000000;
	const seconds = Math.floor(Date.now() / 1000);
	return seconds.toString(16).padStart(8, '0') + machine + counter.toString(16).padStart(6, '0');
}

/** Tells whether a text has the form of an object id. */
export function isId(text: string): boolean {
	return idPattern.test(text);
}

/** The present moment as the chat family writes it: RFC 3339 with nine decimals. */
export function chatTime(): string {
	counter = (counter + 1) % 0x1000000;
	const beyondMilliseconds = String(counter % 1_000_000).padStart(6, '0');
	return new Date().toISOString().replace('Z', `${beyondMilliseconds}Z`);
}

/** The present moment as the media family writes it: RFC 3339 with milliseconds. */
export function mediaTime(): string {
	return new Date().toISOString();
}
