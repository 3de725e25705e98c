const MPEG1_KBITS = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320];
const MPEG2_KBITS = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160];
const MPEG1_RATES = [44_100, 48_000, 32_000];
const TAG_HEADER_BYTES = 10;

interface Frame {
	bytes: number;
	seconds: number;
}

/** The frame of an MP3 that begins at a place, when one does. */
function frameAt(file: Buffer, place: number): Frame | undefined {
	const header = file.readUInt32BE(place);
	const version = (header >>> 19) & 3;
	const isLayer3 = ((header >>> 17) & 3) === 1;
	const rate = MPEG1_RATES[(header >>> 10) & 3];
	if (header >>> 21 !== 0x7ff || version === 1 || !isLayer3 || rate === undefined) return undefined;
	const isMpeg1 = version === 3;
	const kbits = (isMpeg1 ? MPEG1_KBITS : MPEG2_KBITS)[(header >>> 12) & 15];
	if (!kbits) return undefined;
	const sampleRate = rate / (isMpeg1 ? 1 : version === 2 ? 2 : 4);
	const samples = isMpeg1 ? 1152 : 576;
	const padding = (header >>> 9) & 1;
	return {
		bytes: Math.floor((samples * kbits * 125) / sampleRate) + padding,
		seconds: samples / sampleRate,
	};
}

/** The bytes of the ID3 tag at a place; 0 when there is none. */
function tagBytesAt(file: Buffer, place: number): number {
	if (file.toString('latin1', place, place + 3) !== 'ID3') return 0;
	const size = [6, 7, 8, 9].reduce((sum, offset) => sum * 128 + (file[place + offset] & 127), 0);
	return TAG_HEADER_BYTES + size;
}

/** How long an MP3 file plays, in seconds; 0 when it holds no sound. */
export function secondsOfMp3(file: Buffer): number {
	let seconds = 0;
	let place = 0;
	while (place + TAG_HEADER_BYTES <= file.length) {
		const frame = frameAt(file, place);
		seconds += frame?.seconds ?? 0;
		place += frame?.bytes ?? (tagBytesAt(file, place) || 1);
	}
	return seconds;
}
