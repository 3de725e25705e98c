import { framesOf } from '../../../demo/jobs/stream';
import { objectsOf } from '../../../demo/n8nApi';
import { isObject, textOf } from '../../../sandbox/narrow';
import type { JsonObject } from '../../../sandbox/narrow';
import type { Cluster } from './cluster';
import { BATCH, paths } from './workflows';

/** A part of the batch as its caller got it. */
export interface PartReply {
	/** The number of its first row. */
	first: number;
	status: number;
	rows: JsonObject[];
	/** What was said in place of rows. */
	problem: string;
}

/** A chat message as its sender got the answer. */
export interface ChatReply {
	user: string;
	message: string;
	status: number;
	pieces: number;
	/** The answer as far as it came. */
	text: string;
	/** Whether n8n said that this was all of it. */
	isEnded: boolean;
	/** What n8n said in place of an answer. */
	problem: string;
}

/** The first rows of all parts of the batch. */
export const firstRows = Array.from(
	{ length: BATCH.parts },
	(_, part) => (part * BATCH.rows) / BATCH.parts,
);

async function translatePart({ n8n }: Cluster, run: string, first: number): Promise<PartReply> {
	const body = { run, first, count: BATCH.rows / BATCH.parts };
	const response = await n8n.fetch('POST', `/webhook/${paths.part}`, body);
	const { status, ok } = response;
	const text = await response.text();
	return { first, status, rows: ok ? objectsOf(JSON.parse(text)) : [], problem: ok ? '' : text };
}

/** Has rows translated: one webhook call, and thereby one execution, for each part; some of them at a time. */
export async function translateAll(
	cluster: Cluster,
	run: string,
	parts = firstRows,
): Promise<PartReply[]> {
	const waiting = [...parts];
	const replies: PartReply[] = [];
	const callers = Array.from({ length: BATCH.atOnce }, async () => {
		for (let first = waiting.shift(); first !== undefined; first = waiting.shift()) {
			replies.push(await translatePart(cluster, run, first));
		}
	});
	await Promise.all(callers);
	return replies;
}

/** Sends a message and reads the answer as far as it comes. */
export async function say({ n8n }: Cluster, user: string, message: string): Promise<ChatReply> {
	const response = await n8n.fetch('POST', `/webhook/${paths.chat}`, { user, message });
	const { status } = response;
	const reply = { user, message, status, pieces: 0, text: '', isEnded: false, problem: '' };
	if (!response.ok || !response.body) return { ...reply, problem: await response.text() };
	for await (const { type, content } of framesOf(response.body)) {
		if (type === 'error') reply.problem = textOf(content) ?? 'an error without a text';
		if (type === 'end') reply.isEnded = true;
		if (type !== 'item') continue;
		reply.pieces += 1;
		reply.text += textOf(content) ?? '';
	}
	return reply;
}

/** Lets users talk beside each other, each sending the next message when the answer to the last is there. */
export async function talk(
	cluster: Cluster,
	users: string[],
	messages: number,
): Promise<ChatReply[]> {
	const conversations = users.map(async (user) => {
		const replies: ChatReply[] = [];
		for (let number = 1; number <= messages; number++) {
			replies.push(await say(cluster, user, `Message ${number} of ${user}`));
		}
		return replies;
	});
	return (await Promise.all(conversations)).flat();
}

/** Reads what a user said last and what was answered, in another workflow. */
export async function lookedUp({ n8n }: Cluster, user: string): Promise<JsonObject> {
	const response = await n8n.fetch('POST', `/webhook/${paths.lookUp}`, { user });
	const text = await response.text();
	if (!response.ok) throw new Error(`The look-up was answered with ${response.status}: ${text}`);
	const found: unknown = JSON.parse(text);
	return isObject(found) ? found : {};
}
