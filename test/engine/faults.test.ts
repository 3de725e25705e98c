import type { FaultKind } from '../../sandbox/server';
import { byId, recording } from './rows/row';
import { question, useSandbox } from './sandbox';
import type { Execution } from './engine';

const bench = useSandbox();

interface Kind {
	/** The API's name of the operation that the fault hits. */
	operation: string;
	node: string;
	parameters: Execution['parameters'];
	items?: Execution['items'];
	/** What the door does when nobody knows whether the request was carried out. */
	whenUnknown: 'sends again' | 'looks up' | 'gives up';
}

const session = byId('={{ $json.sessionId }}');
const kinds: Record<string, Kind> = {
	'reading a record': {
		operation: 'getChatSession',
		node: 'onDemandChat',
		parameters: { resource: 'session', operation: 'get', sessionId: session },
		whenUnknown: 'sends again',
	},
	'reading a list': {
		operation: 'listChatMessages',
		node: 'onDemandChat',
		parameters: { resource: 'message', operation: 'getAll', sessionId: session },
		whenUnknown: 'sends again',
	},
	deleting: {
		operation: 'deleteChatSession',
		node: 'onDemandChat',
		parameters: { resource: 'session', operation: 'delete', sessionId: session },
		whenUnknown: 'sends again',
	},
	'starting a session': {
		operation: 'createChatSession',
		node: 'onDemandChat',
		parameters: { resource: 'session', operation: 'create', externalUserId: 'customer-0042' },
		whenUnknown: 'gives up',
	},
	'asking in sync mode': {
		operation: 'submitQuery',
		node: 'onDemandChat',
		parameters: question('How are you?'),
		whenUnknown: 'looks up',
	},
	'asking in stream mode': {
		operation: 'submitQuery',
		node: 'onDemandChat',
		parameters: question('How are you?', { responseMode: 'stream' }),
		whenUnknown: 'looks up',
	},
	'asking in webhook mode': {
		operation: 'submitQuery',
		node: 'onDemandChat',
		parameters: question('How are you?', { responseMode: 'webhook' }),
		whenUnknown: 'looks up',
	},
	translating: {
		operation: 'translateText',
		node: 'onDemandTranslate',
		parameters: { operation: 'translate', text: 'Hello', targetLanguages: ['es'] },
		whenUnknown: 'sends again',
	},
	speaking: {
		operation: 'textToSpeech',
		node: 'onDemandSpeech',
		parameters: { operation: 'synthesize', text: 'Hello', outputBinaryPropertyName: 'data' },
		whenUnknown: 'sends again',
	},
	transcribing: {
		operation: 'speechToText',
		node: 'onDemandSpeech',
		parameters: { operation: 'transcribe', audioSource: 'binary', binaryPropertyName: 'data' },
		items: [recording],
		whenUnknown: 'sends again',
	},
	'uploading a file': {
		operation: 'uploadMedia',
		node: 'onDemandMedia',
		parameters: { resource: 'media', operation: 'uploadFile', binaryPropertyName: 'data' },
		items: [recording],
		whenUnknown: 'looks up',
	},
	'creating media from a link': {
		operation: 'createMediaFromUrl',
		node: 'onDemandMedia',
		parameters: {
			resource: 'media',
			operation: 'createFromUrl',
			url: 'https://files.example.com/terms.pdf',
		},
		whenUnknown: 'looks up',
	},
};

/** What each fault means: how the request ended, as far as one can know. */
const faults: Partial<Record<FaultKind, 'refused' | 'unknown' | 'final' | 'harmless'>> = {
	'429': 'refused',
	'503': 'refused',
	'no-route': 'refused',
	'500': 'unknown',
	'502': 'unknown',
	'504': 'unknown',
	'502-html': 'unknown',
	'520-html': 'unknown',
	'empty-500': 'unknown',
	'reset-after': 'unknown',
	hang: 'unknown',
	'401': 'final',
	'403': 'final',
	redirect: 'final',
	slow: 'harmless',
};

const cells = Object.entries(kinds).flatMap(([does, kind]) =>
	Object.entries(faults).map(([fault, meaning]) => ({
		...kind,
		does,
		fault: fault as FaultKind,
		meaning,
		isSaved:
			meaning === 'harmless' ||
			meaning === 'refused' ||
			(meaning === 'unknown' && kind.whenUnknown !== 'gives up'),
		sent:
			meaning === 'refused' || (meaning === 'unknown' && kind.whenUnknown === 'sends again')
				? 2
				: 1,
	})),
);

describe('The fault matrix', () => {
	it.each(cells)(
		'$does, hit by $fault',
		async ({ operation, node, parameters, items, ...cell }) => {
			const answers = (
				await bench.run({ node: 'onDemandChat', parameters: question('Good morning') })
			).items;
			const before = bench.received(operation).length;
			// The work is done in all cases of which nobody can know it: nothing may be done a second time.
			const afterWork = cell.meaning === 'unknown' && cell.fault !== 'reset-after';
			const location = cell.fault === 'redirect' ? { location: 'http://127.0.0.1:9/' } : {};
			bench.sandbox.addFault({
				fault: cell.fault,
				operation,
				...(afterWork && { afterWork }),
				...location,
			});
			const { items: found, failed } = await bench.run({
				node,
				parameters: {
					...parameters,
					requestOptions: { timeout: cell.fault === 'hang' ? 500 : 20_000 },
				},
				items: items ?? answers,
				onError: 'continueErrorOutput',
			});
			expect({ saved: found.length > 0, failed: failed.length > 0 }).toEqual({
				saved: cell.isSaved,
				failed: !cell.isSaved,
			});
			for (const item of [...found, ...failed]) expect(item.pairedItem).toEqual({ item: 0 });
			expect(bench.received(operation).length - before).toBe(cell.sent);
			expect(bench.sandbox.counters().duplicates).toBe(0);
		},
	);
});
