import { InputError } from './errors';
import { isObject, textList } from './narrow';

export const serviceNames = ['speech_to_text', 'text_to_speech', 'language_translation'] as const;

/** What can be changed while the sandbox runs. */
export interface Settings {
	/** Wait before every answer. */
	latencyMs: number;
	/** Wait before the first token of an answer (stream) or the answer itself (sync). */
	thinkingMs: number;
	/** Wait before each token of a stream. */
	tokenDelayMs: number;
	/** Distance of the heartbeats of a stream that waits. */
	heartbeatMs: number;
	/** Time after which work accepted in webhook mode is finished. */
	webhookDelayMs: number;
	/** How work accepted in webhook mode ends. */
	webhookOutcome: 'completed' | 'failed';
	/** False: an account without plugins of its own. */
	ownsPlugins: boolean;
	/** How many more active models there are than the named ones. */
	extraModels: number;
	/** False: lists of sessions pass over the filter by external user. */
	honoursUserFilter: boolean;
	/** Names of services the account has not subscribed to. */
	unsubscribed: string[];
	/** Longest text that text to speech takes. */
	maxSpeechInput: number;
}

export const defaultSettings: Settings = {
	latencyMs: 0,
	thinkingMs: 0,
	tokenDelayMs: 0,
	heartbeatMs: 3000,
	webhookDelayMs: 300,
	webhookOutcome: 'completed',
	ownsPlugins: true,
	extraModels: 0,
	honoursUserFilter: true,
	unsubscribed: [],
	maxSpeechInput: 4096,
};

const numberNames = [
	'latencyMs',
	'thinkingMs',
	'tokenDelayMs',
	'heartbeatMs',
	'webhookDelayMs',
	'maxSpeechInput',
	'extraModels',
] as const;

const switchNames = ['ownsPlugins', 'honoursUserFilter'] as const;

function readUnsubscribed(value: unknown): string[] {
	const names = textList(value);
	const known: readonly string[] = serviceNames;
	if (
		!Array.isArray(value) ||
		names.length !== value.length ||
		names.some((name) => !known.includes(name))
	) {
		throw new InputError(`unsubscribed must be a list of ${serviceNames.join(', ')}`);
	}
	return names;
}

/**
 * Checks settings that came from outside.
 * @returns the settings to change; throws an `InputError` that names what is wrong
 */
export function readSettings(input: unknown): Partial<Settings> {
	if (!isObject(input)) throw new InputError('settings must be a JSON object');
	const unknownNames = Object.keys(input).filter((name) => !(name in defaultSettings));
	if (unknownNames.length > 0) throw new InputError(`unknown setting ${unknownNames.join(', ')}`);

	const settings: Partial<Settings> = {};
	for (const name of numberNames) {
		const value = input[name];
		if (value === undefined) continue;
		if (typeof value !== 'number' || !Number.isFinite(value) || value < 0) {
			throw new InputError(`${name} must be a number of 0 or more`);
		}
		settings[name] = value;
	}
	for (const name of switchNames) {
		const value = input[name];
		if (value === undefined) continue;
		if (typeof value !== 'boolean') throw new InputError(`${name} must be true or false`);
		settings[name] = value;
	}
	const { webhookOutcome, unsubscribed } = input;
	if (webhookOutcome !== undefined) {
		if (webhookOutcome !== 'completed' && webhookOutcome !== 'failed') {
			throw new InputError('webhookOutcome must be completed or failed');
		}
		settings.webhookOutcome = webhookOutcome;
	}
	if (unsubscribed !== undefined) settings.unsubscribed = readUnsubscribed(unsubscribed);
	return settings;
}
