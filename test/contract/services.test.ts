import type { AxiosInstance } from 'axios';
import { startSandbox } from '../../sandbox/server';
import type { Sandbox } from '../../sandbox/server';
import { mp3Seconds } from '../mp3';
import { clientOf, unknownId } from './support';

const audioAgent = 'plugin-1713958830';

let sandbox: Sandbox;
let api: AxiosInstance;

beforeAll(async () => {
	sandbox = await startSandbox();
	api = clientOf(sandbox);
});

beforeEach(async () => await sandbox.reset());

afterAll(async () => await sandbox.stop());

async function execute(service: string, body: object) {
	return await api.post(`/services/v1/public/service/execute/${service}`, body);
}

async function speak(input: string, voice = 'alloy'): Promise<string> {
	const { data } = await execute('text_to_speech', { model: 'tts-1', input, voice });
	return String(data.data.audioUrl);
}

async function bytesOf(url: string): Promise<Buffer> {
	const { data } = await api.get(url, { responseType: 'arraybuffer', headers: { apikey: null } });
	return Buffer.from(data);
}

async function uploadAudio(content: Buffer, name = 'voice.mp3'): Promise<string> {
	const form = new FormData();
	form.append('plugins', audioAgent);
	form.append('file', new Blob([new Uint8Array(content)]), name);
	const { data } = await api.post('/media/v1/public/file/raw', form);
	return String(data.data.url);
}

const unknownError = { message: 'Unknown error', errorCode: '400' };

describe('translation', () => {
	it.each(['es', 'hi', 'zh-CN', 'pt-BR'])('into %s is marked with the language', async (code) => {
		const answer = await execute('language_translation', {
			input: 'Good morning',
			languageCode: code,
		});
		expect(answer.status).toBe(200);
		expect(answer.data).toEqual({
			message: 'Service executed successfully',
			data: { translatedText: `[${code}] Good morning` },
		});
	});

	it.each(['xx', 'spanish language', 'e', '123'])('into %s fails', async (languageCode) => {
		const answer = await execute('language_translation', { input: 'Hello', languageCode });
		expect(answer.status).toBe(400);
		expect(answer.data).toEqual(unknownError);
	});

	it.each([{ input: 'Hello' }, { languageCode: 'es' }, { input: '', languageCode: 'es' }])(
		'needs text and language: %j',
		async (body) => {
			const answer = await execute('language_translation', body);
			expect(answer.status).toBe(400);
			expect(answer.data.errorCode).toBe('invalid_request');
		},
	);
});

describe('text to speech', () => {
	it('gives a link to MP3 data served as application/octet-stream', async () => {
		const answer = await execute('text_to_speech', {
			model: 'tts-1-hd',
			input: 'Your order is on its way.',
			voice: 'nova',
		});
		expect(answer.status).toBe(200);
		expect(answer.data.message).toBe('Service executed successfully');
		const file = await api.get(answer.data.data.audioUrl, { responseType: 'arraybuffer' });
		expect(file.headers['content-type']).toBe('application/octet-stream');
		expect(mp3Seconds(Buffer.from(file.data))).toBeGreaterThan(1);
	});

	it('lasts as long as its text demands', async () => {
		const one = mp3Seconds(await bytesOf(await speak('yes')));
		const four = mp3Seconds(await bytesOf(await speak('yes yes yes yes')));
		expect(four).toBeCloseTo(4 * one);
	});

	it('joins to an MP3 whose length is the sum of its parts', async () => {
		const parts = [await bytesOf(await speak('One two.')), await bytesOf(await speak('three'))];
		const [first, second] = parts.map(mp3Seconds);
		expect(mp3Seconds(Buffer.concat(parts))).toBeCloseTo(first + second);
	});

	it('sounds different with another voice', async () => {
		const low = await bytesOf(await speak('hello', 'onyx'));
		const high = await bytesOf(await speak('hello', 'shimmer'));
		expect(low.equals(high)).toBe(false);
	});

	it.each([
		{ input: '' },
		{ input: 'Hello', voice: 'robot', model: 'tts-1' },
		{ input: 'Hello', voice: 'alloy', model: 'tts-9' },
	])('refuses %j', async (body) => {
		expect((await execute('text_to_speech', body)).status).toBe(400);
	});

	it('fails for a text that is too long', async () => {
		sandbox.configure({ maxSpeechInput: 10 });
		const answer = await execute('text_to_speech', { input: 'Much too long', voice: 'alloy' });
		expect(answer.data).toEqual(unknownError);
	});
});

describe('speech to text', () => {
	it.each(['Hello world.', 'Grüße, 你好, مرحبا 👋', 'A "quoted" line\nand another'])(
		'gives back what was spoken: %j',
		async (text) => {
			const { status, data } = await execute('speech_to_text', { audioUrl: await speak(text) });
			expect(status).toBe(200);
			expect(data).toEqual({ message: 'Service executed successfully', data: { text } });
		},
	);

	it('gives back all parts of a joined file in order', async () => {
		const parts = [await speak('One two.'), await speak('Three.'), await speak('Four')];
		const joined = Buffer.concat(await Promise.all(parts.map(bytesOf)));
		const { data } = await execute('speech_to_text', { audioUrl: await uploadAudio(joined) });
		expect(data.data.text).toBe('One two. Three. Four');
	});

	it('fetches files of other local servers', async () => {
		const other = await startSandbox();
		const answer = await clientOf(other).post(
			'/services/v1/public/service/execute/speech_to_text',
			{ audioUrl: await speak('From afar') },
		);
		await other.stop();
		expect(answer.data.data.text).toBe('From afar');
	});

	it('gives an empty text for audio without words', async () => {
		const wave = Buffer.from('RIFF\0\0\0\0WAVEfmt ', 'latin1');
		const { status, data } = await execute('speech_to_text', {
			audioUrl: await uploadAudio(wave, 'tone.wav'),
		});
		expect(status).toBe(200);
		expect(data.data).toEqual({ text: '' });
	});

	it('fails for what is no audio', async () => {
		const audioUrl = await uploadAudio(Buffer.from('plain words'), 'note.mp3');
		const answer = await execute('speech_to_text', { audioUrl });
		expect(answer.status).toBe(400);
		expect(answer.data).toEqual(unknownError);
	});

	it.each([
		'https://files.example.com/voice.mp3',
		'file:///etc/hosts',
		'no address',
		'http://127.0.0.1:1/voice.mp3',
	])('fails for %s', async (audioUrl) => {
		const answer = await execute('speech_to_text', { audioUrl });
		expect(answer.data).toEqual(unknownError);
	});

	it('fails for a file that is gone', async () => {
		const audioUrl = `${sandbox.url}/storage/${unknownId}/voice.mp3`;
		expect((await execute('speech_to_text', { audioUrl })).data).toEqual(unknownError);
	});

	it('needs an address', async () => {
		const { data } = await execute('speech_to_text', {});
		expect(data.errorCode).toBe('invalid_request');
	});
});

it.each([
	['speech_to_text', { audioUrl: 'http://127.0.0.1/a.mp3' }],
	['text_to_speech', { input: 'Hello', voice: 'alloy', model: 'tts-1' }],
	['language_translation', { input: 'Hello', languageCode: 'es' }],
])('%s wants a subscription', async (service, body) => {
	sandbox.configure({ unsubscribed: [service] });
	const answer = await execute(service, body);
	expect(answer.status).toBe(400);
	expect(answer.data).toEqual({
		message: 'Please subscribe to the service to use it',
		errorCode: 'invalid_request',
	});
});
