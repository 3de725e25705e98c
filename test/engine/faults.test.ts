import type { Fault, FaultKind } from '../../sandbox/server';
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

/** How a request ended that a fault hit: OnDemand has done its work or not, and the node can know it or not. */
type Meaning =
	/** Not done, and known so. */
	| 'turned away'
	/** Done, but nobody can know it. */
	| 'done unseen'
	/** Not done, but nobody can know it. */
	| 'lost unseen'
	/** OnDemand has decided. */
	| 'final'
	/** Only slower. */
	| 'harmless';

const meanings: Record<FaultKind, Meaning> = {
	'401': 'turned away',
	'403': 'turned away',
	'429': 'turned away',
	'503': 'turned away',
	'no-route': 'turned away',
	'500': 'done unseen',
	'502': 'done unseen',
	'504': 'done unseen',
	'502-html': 'done unseen',
	'520-html': 'done unseen',
	'empty-500': 'done unseen',
	'malformed-json': 'done unseen',
	'reset-after': 'done unseen',
	hang: 'done unseen',
	'cut-stream': 'done unseen',
	'silent-stream': 'done unseen',
	'garbled-stream': 'done unseen',
	'reset-before': 'lost unseen',
	'error-stream': 'final',
	redirect: 'final',
	answer: 'final',
	slow: 'harmless',
};

/** What a fault needs to be told beside its name. */
const more: Partial<Record<FaultKind, Omit<Fault, 'fault'>>> = {
	redirect: { location: 'http://127.0.0.1:9/' },
	answer: {
		status: 400,
		body: { message: 'Input params are missing', errorCode: 'invalid_request' },
	},
	...Object.fromEntries(
		['500', '502', '504', '502-html', '520-html', 'empty-500', 'hang'].map((kind) => [
			kind,
			{ afterWork: true },
		]),
	),
};

/** Faults under which a request only ends with the Timeout of the node. */
const endless: FaultKind[] = ['hang', 'silent-stream'];

function meaningFor(does: string, fault: FaultKind): Meaning {
	const isStream = does === 'asking in stream mode';
	const hits = fault.endsWith('-stream') ? isStream : fault !== 'malformed-json' || !isStream;
	return hits ? meanings[fault] : 'harmless';
}

const kindsOfFaults = Object.keys(meanings) as FaultKind[];
const cells = Object.entries(kinds).flatMap(([does, kind]) =>
	kindsOfFaults.map((fault) => {
		const meaning = meaningFor(does, fault);
		const isSentAgain =
			meaning === 'turned away' ||
			(meaning.endsWith('unseen') && kind.whenUnknown === 'sends again');
		const isFound = meaning === 'done unseen' && kind.whenUnknown === 'looks up';
		const isSaved = isSentAgain || isFound || meaning === 'harmless';
		return { ...kind, does, fault, isSaved, sent: isSentAgain ? 2 : 1 };
	}),
);

describe('The fault matrix', () => {
	it.each(cells)(
		'$does, hit by $fault',
		async ({ operation, node, parameters, items, fault, isSaved, sent }) => {
			const answers = (
				await bench.run({ node: 'onDemandChat', parameters: question('Good morning') })
			).items;
			const before = bench.received(operation).length;
			bench.sandbox.addFault({ fault, operation, ...more[fault] });
			const timeout = endless.includes(fault) ? 500 : 20_000;
			const { items: found, failed } = await bench.run({
				node,
				parameters: { ...parameters, requestOptions: { timeout } },
				items: items ?? answers,
				onError: 'continueErrorOutput',
			});
			expect({ saved: found.length > 0, failed: failed.length > 0 }).toEqual({
				saved: isSaved,
				failed: !isSaved,
			});
			for (const item of [...found, ...failed]) expect(item.pairedItem).toEqual({ item: 0 });
			expect(bench.received(operation).length - before).toBe(sent);
			expect(bench.sandbox.counters().duplicates).toBe(0);
		},
	);
});
