const lyricsFrame = 'USLT';
const description = 'spoken text';
const longestTag = 4 * 1024 * 1024;

function syncsafe(value: number): Buffer {
	return Buffer.from([
		(value >> 21) & 0x7f,
		(value >> 14) & 0x7f,
		(value >> 7) & 0x7f,
		value & 0x7f,
	]);
}

function readSyncsafe(bytes: Buffer, offset: number): number {
	return (
		(bytes[offset] << 21) | (bytes[offset + 1] << 14) | (bytes[offset + 2] << 7) | bytes[offset + 3]
	);
}

/** An ID3v2.4 tag that carries the text which an audio file speaks. */
export function spokenTextTag(text: string): Buffer {
	const utf8 = Buffer.from([3]);
	const body = Buffer.concat([utf8, Buffer.from(`und${description}\0${text}`, 'utf8')]);
	const frame = Buffer.concat([
		Buffer.from(lyricsFrame, 'latin1'),
		syncsafe(body.length),
		Buffer.from([0, 0]),
		body,
	]);
	const header = Buffer.from([0x49, 0x44, 0x33, 4, 0, 0]);
	return Buffer.concat([header, syncsafe(frame.length), frame]);
}

function decodeText(bytes: Buffer, encoding: number): string {
	if (encoding === 3) return bytes.toString('utf8');
	if (encoding === 1) return new TextDecoder('utf-16').decode(bytes);
	return bytes.toString('latin1');
}

function endOfDescription(bytes: Buffer, encoding: number): number {
	if (encoding !== 1) return bytes.indexOf(0) + 1;
	for (let index = 0; index + 1 < bytes.length; index += 2) {
		if (bytes[index] === 0 && bytes[index + 1] === 0) return index + 2;
	}
	return 0;
}

function textOfTag(tag: Buffer): string[] {
	const version = tag[3];
	const texts: string[] = [];
	let offset = 10;
	while (offset + 10 <= tag.length && tag[offset] !== 0) {
		const name = tag.toString('latin1', offset, offset + 4);
		const size = version === 4 ? readSyncsafe(tag, offset + 4) : tag.readUInt32BE(offset + 4);
		const body = tag.subarray(offset + 10, offset + 10 + size);
		offset += 10 + size;
		if (name !== lyricsFrame) continue;
		const encoding = body[0];
		const described = body.subarray(4);
		const text = described.subarray(endOfDescription(described, encoding));
		texts.push(decodeText(text, encoding).replace(/\0+$/, ''));
	}
	return texts;
}

/**
 * Finds the spoken texts in a file that comes in pieces, in order. Joined audio files hold several
 * tags, each at the start of its part.
 */
export class SpokenTextReader {
	readonly texts: string[] = [];

	private pending: Buffer = Buffer.alloc(0);

	/** Takes the next piece of the file. */
	push(piece: Buffer): void {
		const bytes = this.pending.length > 0 ? Buffer.concat([this.pending, piece]) : piece;
		let offset = 0;
		for (;;) {
			const start = bytes.indexOf('ID3', offset, 'latin1');
			if (start < 0) {
				this.pending = Buffer.from(bytes.subarray(Math.max(offset, bytes.length - 2)));
				return;
			}
			if (start + 10 > bytes.length) {
				this.pending = Buffer.from(bytes.subarray(start));
				return;
			}
			const end = this.endOfTag(bytes, start);
			if (end === undefined) {
				offset = start + 3;
			} else if (end > bytes.length) {
				this.pending = Buffer.from(bytes.subarray(start));
				return;
			} else {
				this.texts.push(...textOfTag(bytes.subarray(start, end)));
				offset = end;
			}
		}
	}

	private endOfTag(bytes: Buffer, start: number): number | undefined {
		const version = bytes[start + 3];
		const sizeBytes = bytes.subarray(start + 6, start + 10);
		if ((version !== 3 && version !== 4) || sizeBytes.some((byte) => byte > 0x7f)) return undefined;
		const size = readSyncsafe(bytes, start + 6);
		return size > longestTag ? undefined : start + 10 + size;
	}
}
