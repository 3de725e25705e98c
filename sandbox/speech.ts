import { createMp3Encoder } from 'wasm-media-encoders';
import { spokenTextTag } from './id3';

const sampleRate = 24_000;
const samplesPerFrame = 576;
const bitrate = 48;
const soundingFrames = 7;
const pitchCount = 8;

const basePitches = new Map([
	['alloy', 220],
	['echo', 165],
	['fable', 262],
	['onyx', 131],
	['nova', 330],
	['shimmer', 392],
]);

/** The voices text to speech knows. */
export const voices: readonly string[] = [...basePitches.keys()];

const clips = new Map<string, Promise<Buffer>>();

function toneSamples(pitch: number): Float32Array {
	const samples = new Float32Array(soundingFrames * samplesPerFrame);
	for (let index = 0; index < samples.length; index += 1) {
		const loudness = pitch > 0 ? 0.4 * Math.sin((Math.PI * index) / samples.length) : 0;
		samples[index] = loudness * Math.sin((2 * Math.PI * pitch * index) / sampleRate);
	}
	return samples;
}

async function encodeClip(pitch: number): Promise<Buffer> {
	const encoder = await createMp3Encoder();
	encoder.configure({ sampleRate, channels: 1, bitrate });
	const encoded = Buffer.from(encoder.encode([toneSamples(pitch)]));
	return Buffer.concat([encoded, Buffer.from(encoder.finalize())]);
}

async function clipOf(pitch: number): Promise<Buffer> {
	const name = pitch.toFixed(2);
	const clip = clips.get(name) ?? encodeClip(pitch);
	clips.set(name, clip);
	return await clip;
}

function pitchOf(word: string, voice: string): number {
	let sum = 0;
	for (const character of word.toLowerCase()) sum += character.codePointAt(0) ?? 0;
	const step = sum % pitchCount;
	return (basePitches.get(voice) ?? 220) * 2 ** (step / 12);
}

/**
 * Makes a playable MP3 in which each word is a tone; a long word lasts longer, a sentence end is a
 * pause. Voice and word set the pitch. A tag at its start holds the text.
 * @returns the parts of the file in order
 */
export async function synthesize(text: string, voice: string): Promise<Buffer[]> {
	const parts = [spokenTextTag(text)];
	for (const word of text.split(/\s+/).filter(Boolean)) {
		const clip = await clipOf(pitchOf(word, voice));
		const syllables = Math.ceil(word.length / 6);
		for (let count = 0; count < syllables; count += 1) parts.push(clip);
		if (/[.!?]$/.test(word)) parts.push(await clipOf(0));
	}
	return parts;
}
