const KILOBITS = {
	1: [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
	2: [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
};
const HERTZ = { 1: [44100, 48000, 32000], 2: [22050, 24000, 16000] };

/**
 * How long an MP3 file plays, by walking its frames (MPEG-1 and MPEG-2, layer III) past any ID3 tags.
 *
 * @throws when there is something else than frames and tags in it
 */
export function mp3Seconds(bytes: Buffer): number {
	let at = 0;
	let seconds = 0;
	while (at < bytes.length) {
		if (bytes.toString('latin1', at, at + 3) === 'ID3') {
			at += 10 + [6, 7, 8, 9].reduce((size, offset) => size * 128 + bytes[at + offset], 0);
			continue;
		}
		const [first, second, third] = bytes.subarray(at, at + 3);
		if (first !== 0xff || (second & 0xe6) !== 0xe2) throw new Error(`No MP3 frame at byte ${at}`);
		const version = second & 0x08 ? 1 : 2;
		const bitRate = KILOBITS[version][third >> 4] * 1000;
		const sampleRate = HERTZ[version][(third >> 2) & 3];
		const samples = version === 1 ? 1152 : 576;
		const padding = (third >> 1) & 1;
		at += Math.floor((samples / 8) * (bitRate / sampleRate)) + padding;
		seconds += samples / sampleRate;
	}
	return seconds;
}
