/* eslint-disable @n8n/community-nodes/no-restricted-imports -- tests run in Node, never inside n8n */
import { setTimeout as pause } from 'node:timers/promises';
import type { Checks } from '../findings';
import type { Stage } from '../stage';
import { untilSeen } from '../stop/watch';
import { checkAftermath } from './aftermath';
import type { Cluster } from './cluster';
import { executionsAfter, newestId, told } from './executionList';
import type { ListedExecution } from './executionList';
import { LIMIT, titles } from './workflows';
import { say, translateAll } from './work';
import type { ChatReply, PartReply } from './work';

const USERS = Array.from({ length: 12 }, (_, index) => `caller-${index + 1}`);
const LATENCY_MS = 50;
const TOKEN_MS = 700;
const FIRST_TRANSLATIONS = 300;
const PATIENCE_MS = 240_000;
const POLL_MS = 500;
const AFTER_ERROR_MS = 3000;
const OVER = ['success', 'error', 'crashed', 'canceled'];

/** What was under way when a worker was killed, and what came of it. */
export interface Loss {
	/** Executions that n8n's queue had handed to the killed worker, and that were not over. */
	held: ListedExecution[];
	parts: PartReply[];
	chats: ChatReply[];
	/** All executions of the run, once n8n has given up the lost ones. */
	executions: ListedExecution[];
	/** Executions that both workers began. */
	begunTwice: string[];
	/** After how many seconds n8n gave up the last lost one. */
	seconds: number;
}

/** n8n queues webhook calls; a sub-workflow runs inside the execution that calls it. */
function isQueued({ workflow }: ListedExecution): boolean {
	return workflow !== titles.rows;
}

async function untilGivenUp(
	cluster: Cluster,
	after: number,
	signal: AbortSignal,
): Promise<ListedExecution[]> {
	const deadline = Date.now() + PATIENCE_MS;
	for (;;) {
		const executions = await executionsAfter(cluster, after);
		const isOver = executions.filter(isQueued).every(({ status }) => OVER.includes(status));
		if (isOver) return executions;
		if (Date.now() > deadline) throw new Error(`n8n still waits: ${told(executions)}`);
		await pause(POLL_MS, undefined, { signal });
	}
}

async function loseWorker(stage: Stage, cluster: Cluster): Promise<Loss> {
	const { sandbox, signal } = stage;
	const { workers } = cluster;
	const before = await newestId(cluster);
	const chats = USERS.map(async (user) => await say(cluster, user, `Question of ${user}`));
	const work = Promise.all([translateAll(cluster, 'crash'), Promise.all(chats)]);
	// Whatever ends this before the work is over is what is told.
	work.catch(() => undefined);
	await untilSeen(stage, ({ queriesAccepted, requests }) => {
		const { translateText = 0 } = requests.byOperation;
		return queriesAccepted === USERS.length && translateText >= FIRST_TRANSLATIONS;
	});
	const finished = sandbox.counters().queriesCarriedOut;
	if (finished > 0) throw new Error('The chats were over before the worker was killed');
	workers[0].kill();
	const killedAt = Date.now();
	const begun = new Set(await workers[0].begun());
	const running = await executionsAfter(cluster, before);
	const held = running.filter(({ id, status }) => begun.has(id) && status === 'running');
	await untilGivenUp(cluster, before, signal);
	const seconds = (Date.now() - killedAt) / 1000;
	// What n8n starts after an error begins a moment later.
	await pause(AFTER_ERROR_MS, undefined, { signal });
	const executions = await untilGivenUp(cluster, before, signal);
	const begunTwice = (await workers[1].begun()).filter((id) => begun.has(id));
	const [parts, replies] = await work;
	return { held, parts, chats: replies, executions, begunTwice, seconds };
}

/** A worker dies while it translates and answers; what n8n makes of it, and what a user can do. */
export async function workerLost(stage: Stage, cluster: Cluster, checks: Checks): Promise<void> {
	const { sandbox } = stage;
	await sandbox.reset();
	sandbox.configure({ latencyMs: LATENCY_MS, tokenDelayMs: TOKEN_MS });
	sandbox.setLimit(LIMIT);
	const loss = await loseWorker(stage, cluster);
	sandbox.configure({ tokenDelayMs: 0 });
	await checkAftermath(stage, cluster, checks, loss);
}
