/* eslint-disable @n8n/community-nodes/no-restricted-imports -- the benchmarks run in Node, never inside n8n */
import { setTimeout as pause } from 'node:timers/promises';
import type { N8nApi } from '../../demo/n8nApi';
import { names } from '../contestants/contestant';
import { httpRequestNode } from '../contestants/httpRequest';
import { onDemandNode } from '../contestants/onDemand';
import { ask, chatWorkflow, webhook } from '../n8n/chatWebhook';
import { longestIn, readProbe } from '../n8n/execution';
import type { NodeRun } from '../n8n/execution';
import { serve } from '../n8n/server';
import type { ServingN8n } from '../n8n/server';
import { inLine, rows } from '../n8n/workflow';
import type { Workflow } from '../n8n/workflow';
import type { Stage } from '../stage';
import { median, percentile } from '../statistics';
import type { Column, Measure, Target } from './measure';
import { atMost } from './target';

const ITEMS = 10_000;

/** Replies before anything is measured, and replies that tell how fast an idle n8n is. */
const WARM_UP = 10;
const IDLE_REPLIES = 60;

/** Milliseconds between two questions. */
const BETWEEN = 100;

/** Milliseconds after which a chat that n8n refuses stops the measure. */
const GIVE_UP = 60_000;

/** How much longer a reply may take during a batch. */
const FACTOR = 2;

interface Batch {
	contestant: string;
	path: string;
	workflow: Workflow;
}

/** What one batch did to n8n. */
interface Effect {
	run: NodeRun;
	/** Milliseconds of the replies that were asked for meanwhile. */
	replies: number[];
}

function batchesOf({ server }: Stage): Batch[] {
	const batch = (contestant: string, path: string, node: typeof onDemandNode): Batch => ({
		contestant,
		path,
		workflow: inLine(`Batch, ${contestant}`, [webhook(path, 'lastNode'), ...rows(ITEMS), node]),
	});
	return [
		batch(names.onDemand, 'batch-package', onDemandNode),
		batch(names.httpRequest, 'batch-http', httpRequestNode(server.url)),
	];
}

/** How long it takes until a chat is answered; n8n that is too busy refuses it, and it is asked again. */
async function untilAnswered(api: N8nApi): Promise<number> {
	const began = performance.now();
	for (;;) {
		const reply = await ask(api, 'ada').catch((thrown: unknown) => thrown);
		const waited = performance.now() - began;
		if (!(reply instanceof Error)) return waited;
		if (waited > GIVE_UP) throw reply;
		await pause(BETWEEN);
	}
}

async function repliesUntil(api: N8nApi, isOver: (count: number) => boolean): Promise<number[]> {
	const replies: number[] = [];
	while (!isOver(replies.length)) {
		replies.push(await untilAnswered(api));
		await pause(BETWEEN);
	}
	return replies;
}

async function effectOf(n8n: ServingN8n, { path, workflow }: Batch): Promise<Effect> {
	let isOver = false;
	const batch = n8n.api.fetch('POST', `/webhook/${path}`, {}).finally(() => {
		isOver = true;
	});
	const [replies, response] = await Promise.all([repliesUntil(n8n.api, () => isOver), batch]);
	if (!response.ok) throw new Error(`The batch failed: ${await response.text()}`);
	await response.arrayBuffer();
	return { run: await n8n.lastRun(workflow), replies };
}

function besideIdle(replies: Column[], idle: number[]): Target {
	const ratio = median(replies[0].values) / median(idle);
	return {
		text: `≤ ${FACTOR} × idle n8n`,
		reached: `${ratio.toFixed(2)} ×`,
		isMet: ratio <= FACTOR,
	};
}

/** Whether n8n still answers others while a batch runs in it. */
export const eventLoop: Measure = {
	name: 'event-loop',
	title: `n8n while ${ITEMS.toLocaleString('en')} items run in it`,
	run: async (stage, rounds, step) => {
		const batches = batchesOf(stage);
		const effects = new Map(batches.map(({ contestant }): [string, Effect[]] => [contestant, []]));
		const idle: number[] = [];
		await stage.server.begin({ latency: 0 });
		const workflows = [chatWorkflow, ...batches.map(({ workflow }) => workflow)];
		const n8n = await serve(stage, workflows);
		try {
			await repliesUntil(n8n.api, (count) => count === WARM_UP);
			for (let round = 0; round < rounds; round += 1) {
				step.now(`Round ${round + 1} of ${rounds}: idle n8n`);
				idle.push(percentile(await repliesUntil(n8n.api, (count) => count === IDLE_REPLIES), 0.95));
				// What one batch leaves in memory meets the next one; so they change their order.
				for (const batch of round % 2 === 0 ? batches : [...batches].reverse()) {
					step.now(`Round ${round + 1} of ${rounds}: ${batch.contestant}`);
					effects.get(batch.contestant)?.push(await effectOf(n8n, batch));
				}
			}
		} finally {
			await n8n.stop();
		}
		const { stalls } = await readProbe(stage);
		const column = (figure: (effect: Effect) => number): Column[] =>
			[...effects].map(([contestant, found]) => ({ contestant, values: found.map(figure) }));
		const longest = column(({ run }) => longestIn(stalls, run));
		const p95 = column(({ replies }) => percentile(replies, 0.95));
		return {
			rows: [
				{
					title: "Longest stall of n8n's event loop during 10,000 items",
					unit: 'ms',
					columns: longest,
					target: atMost(longest, 1, names.httpRequest),
				},
				{
					title: 'p95 of a chat reply by webhook during 10,000 items',
					unit: 'ms',
					columns: [...p95, { contestant: 'idle n8n', values: idle }],
					target: besideIdle(p95, idle),
				},
			],
		};
	},
};
