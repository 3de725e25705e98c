import type { Checks } from '../findings';
import type { Stage } from '../stage';
import type { Cluster } from './cluster';
import { moreThanOnce, sent } from './sent';
import { BATCH, LIMIT } from './workflows';
import { talk, translateAll } from './work';

const IDEAL_SECONDS = (BATCH.rows - LIMIT.capacity) / LIMIT.perSecond;
const LONGEST_SHARE = 1.15;

const USERS = ['ada', 'grace', 'edsger', 'barbara', 'donald', 'frances'];
const MESSAGES = 5;
const LATENCY_MS = 50;
const TOKEN_MS = 20;

function percent(part: number, whole: number): string {
	return `${((100 * part) / whole).toFixed(1)} %`;
}

/** A batch and chats at the same time, below a limit that both workers share without knowing of each other. */
export async function underLimit(stage: Stage, cluster: Cluster, checks: Checks): Promise<void> {
	const { sandbox, canary } = stage;
	await sandbox.reset();
	sandbox.configure({ latencyMs: LATENCY_MS, tokenDelayMs: TOKEN_MS });
	sandbox.setLimit(LIMIT);
	const began = Date.now();
	const talking = async () => {
		const replies = await talk(cluster, [...USERS, canary], MESSAGES);
		const seconds = (Date.now() - began) / 1000;
		return { replies: replies.filter(({ user }) => user !== canary), seconds };
	};
	const translating = async () => {
		const parts = await translateAll(cluster, 'load');
		return { parts, seconds: (Date.now() - began) / 1000 };
	};
	const [chats, { parts, seconds }] = await Promise.all([talking(), translating()]);

	const rows = parts.flatMap((part) => part.rows);
	const numbers = new Set(rows.map(({ row }) => row));
	checks.same(
		'parts that were answered',
		parts.filter(({ status }) => status === 200).length,
		BATCH.parts,
	);
	checks.same('rows, and different ones', [rows.length, numbers.size], [BATCH.rows, BATCH.rows]);
	const wrong = rows.filter(({ row, text }) => text !== `[es] load row ${String(row)}`);
	checks.same('rows with a text that is not theirs', wrong.length, 0);

	const translations = sent(sandbox, 'translateText', 'input');
	checks.same('texts translated', translations.carriedOut.size, BATCH.rows);
	checks.same('texts translated twice', moreThanOnce(translations), 0);
	const share = translations.seconds / IDEAL_SECONDS;
	checks.note(
		`${BATCH.rows} translations in ${translations.seconds.toFixed(1)} s, the limit allows ${IDEAL_SECONDS.toFixed(1)} s; the callers had all rows after ${seconds.toFixed(1)} s`,
	);
	checks.note(
		`${translations.refused} of ${translations.total} requests were refused, ${percent(translations.refused, translations.total)}`,
	);
	checks.note(`carried out in each second: ${translations.bySecond.join(' ')}`);
	checks.that(
		`${percent(translations.seconds, IDEAL_SECONDS)} of the ideal time, at most 115 %`,
		share <= LONGEST_SHARE,
	);
	checkChats(stage, checks, chats.replies);
	checks.note(
		`the ${chats.replies.length} chat messages beside it took ${chats.seconds.toFixed(1)} s`,
	);
	await checkWorkers(cluster, checks);
}

function checkChats(
	{ sandbox }: Stage,
	checks: Checks,
	replies: Awaited<ReturnType<typeof talk>>,
): void {
	const expected = USERS.length * MESSAGES;
	const whole = replies.filter(({ pieces, text }) => pieces > 5 && text.endsWith('✅'));
	checks.same('chat messages answered whole and piece by piece', whole.length, expected);
	const remembered = replies.filter(({ message, text }) => {
		const [, number] = message.split(' ');
		return text.includes(`holds ${number} message`);
	});
	checks.same('answers that know all earlier messages of their user', remembered.length, expected);
	const { duplicates, sessionsCreated } = sandbox.counters();
	checks.same('queries carried out twice', duplicates, 0);
	checks.same('one session for each user', sessionsCreated, USERS.length + 1);
}

async function checkWorkers({ workers }: Cluster, checks: Checks): Promise<void> {
	const counts: number[] = [];
	for (const { name, begun } of workers) {
		const count = (await begun()).length;
		counts.push(count);
		checks.note(`${name} carried out ${count} executions`);
	}
	const fewest = Math.min(...counts);
	const all = counts.reduce((sum, count) => sum + count, 0);
	checks.that(`each worker carried out a fifth of ${all} or more`, fewest >= all / 5);
}
