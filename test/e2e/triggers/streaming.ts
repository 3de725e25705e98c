import { framesOf } from '../../../demo/jobs/stream';
import { textOf } from '../../../sandbox/narrow';
import type { JsonObject } from '../../../sandbox/narrow';
import type { Checks } from '../findings';
import type { Stage } from '../stage';

/** Slow enough that an answer of some twenty tokens is still being written when its first one arrives. */
export const SLOW_TOKENS = { tokenDelayMs: 60 };

/** An answer as its caller got it. */
export interface StreamedReply {
	status: number;
	contentType: string;
	/** The types of the frames in their order. */
	types: string[];
	/** The pieces of the answer. */
	pieces: string[];
	/** How many answers the sandbox had finished when the first piece came, this one not being asked yet. */
	finishedAtFirstPiece: number;
	/** The same before the question and after the end of the stream. */
	finishedBefore: number;
	finishedAfter: number;
}

/** Asks a workflow whose trigger streams, and watches what the API has done whenever something arrives. */
export async function askWatching(
	{ n8n, sandbox }: Stage,
	path: string,
	body: JsonObject,
): Promise<StreamedReply> {
	const finished = () => sandbox.counters().queriesCarriedOut;
	const finishedBefore = finished();
	const response = await n8n.fetch('POST', path, body);
	const types: string[] = [];
	const pieces: string[] = [];
	let finishedAtFirstPiece = NaN;
	if (!response.ok || !response.body) {
		throw new Error(`POST ${path} was answered with ${response.status}: ${await response.text()}`);
	}
	for await (const { type, content } of framesOf(response.body)) {
		types.push(String(type));
		if (type !== 'item') continue;
		if (pieces.length === 0) finishedAtFirstPiece = finished();
		pieces.push(textOf(content) ?? '');
	}
	return {
		status: response.status,
		contentType: response.headers.get('content-type') ?? '',
		types,
		pieces,
		finishedAtFirstPiece,
		finishedBefore,
		finishedAfter: finished(),
	};
}

/** Checks that a reply came while it was being written, and whole. */
export function checkStreamed(checks: Checks, reply: StreamedReply, question: string): void {
	const { types, pieces, finishedBefore } = reply;
	checks.same('status', reply.status, 200);
	checks.that(`${pieces.length} pieces, more than five`, pieces.length > 5);
	checks.same('first and last frame', [types.at(0), types.at(-1)], ['begin', 'end']);
	checks.same(
		'the last token was not produced when the first one arrived',
		reply.finishedAtFirstPiece - finishedBefore,
		0,
	);
	checks.same('answers produced at the end', reply.finishedAfter - finishedBefore, 1);
	checks.holds('the answer is whole', pieces.join(''), `“${question}”`, '→ Réponse complète ✅');
}
