import type { Call, Core, Operation } from '../core';
import { invalidInput, notSubscribed, serviceFailed } from '../errors';
import { looksLikeAudio } from '../fileKinds';
import { SpokenTextReader } from '../id3';
import { hexDigits } from '../ids';
import { textOf } from '../narrow';
import { jsonReply } from '../reply';
import type { Reply } from '../reply';
import type { serviceNames } from '../settings';
import { synthesize, voices } from '../speech';

type ServiceName = (typeof serviceNames)[number];

const loopback = /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/;
const speechModels = ['tts-1', 'tts-1-hd'];
const languageNames = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });

function requireSubscription({ settings }: Core, service: ServiceName): void {
	if (settings.unsubscribed.includes(service)) throw notSubscribed();
}

function executed(data: Record<string, string>): Reply {
	return jsonReply(200, { message: 'Service executed successfully', data });
}

function isLanguage(code: string): boolean {
	try {
		const [canonical] = Intl.getCanonicalLocales(code);
		return languageNames.of(canonical) !== undefined;
	} catch {
		return false;
	}
}

const translateText: Operation = ({ core, body }) => {
	requireSubscription(core, 'language_translation');
	const input = textOf(body?.input);
	const languageCode = textOf(body?.languageCode);
	if (!input || !languageCode) throw invalidInput();
	if (!isLanguage(languageCode)) throw serviceFailed();
	return executed({ translatedText: `[${languageCode}] ${input}` });
};

const textToSpeech: Operation = async ({ core, body }: Call) => {
	requireSubscription(core, 'text_to_speech');
	const input = textOf(body?.input);
	// Model and voice have defaults, although the contract asks for them.
	const model = body?.model ?? 'tts-1';
	const voice = body?.voice ?? 'alloy';
	if (!input || !speechModels.includes(String(model)) || !voices.includes(String(voice))) {
		throw invalidInput();
	}
	if (input.length > core.settings.maxSpeechInput) throw serviceFailed();
	const parts = await synthesize(input, String(voice));
	const file = await core.files.saveParts(
		parts,
		`${hexDigits(12)}.mp3`,
		'application/octet-stream',
	);
	return executed({ audioUrl: `${core.fileUrl(file)}?sig=${hexDigits(16)}` });
};

async function* audioBytes(core: Core, address: string): AsyncGenerator<Buffer> {
	const url = URL.canParse(address) ? new URL(address) : undefined;
	if (url && url.origin === core.url) {
		const file = core.files.find(url.pathname.split('/')[2] ?? '');
		if (!file) throw serviceFailed();
		for await (const piece of core.files.read(file)) yield Buffer.from(piece);
		return;
	}
	if (!url || !loopback.test(url.hostname)) throw serviceFailed();
	const response = await fetch(url, { signal: AbortSignal.timeout(30_000) });
	if (!response.ok || !response.body) throw serviceFailed();
	for await (const piece of response.body) yield Buffer.from(piece);
}

async function transcribe(core: Core, address: string): Promise<string> {
	const reader = new SpokenTextReader();
	let isFirst = true;
	for await (const piece of audioBytes(core, address)) {
		if (isFirst && !looksLikeAudio(piece)) throw serviceFailed();
		isFirst = false;
		reader.push(piece);
	}
	if (isFirst) throw serviceFailed();
	return reader.texts.join(' ');
}

const speechToText: Operation = async ({ core, body }) => {
	requireSubscription(core, 'speech_to_text');
	const audioUrl = textOf(body?.audioUrl);
	if (!audioUrl) throw invalidInput();
	try {
		return executed({ text: await transcribe(core, audioUrl) });
	} catch {
		throw serviceFailed();
	}
};

/** Speech and translation. */
export const serviceOperations: Array<[string, Operation]> = [
	['translateText', translateText],
	['textToSpeech', textToSpeech],
	['speechToText', speechToText],
];
