import { names } from '../contestants/contestant';
import { ask, chatWorkflow } from '../n8n/chatWebhook';
import { serve } from '../n8n/server';
import { percentile } from '../statistics';
import type { Measure } from './measure';
import { below } from './target';

const WARM_UP = 10;
const REPLIES = 50;
const LIMIT = 20;

/** How long the first token of an answer takes through n8n. */
export const firstToken: Measure = {
	name: 'first-token',
	title: 'First token through n8n',
	run: async (stage, rounds, step) => {
		const values: number[] = [];
		await stage.server.begin({ latency: 0 });
		const n8n = await serve(stage, [chatWorkflow]);
		try {
			for (let index = 0; index < WARM_UP; index += 1) await ask(n8n.api, 'ada');
			for (let round = 0; round < rounds; round += 1) {
				step.now(`Round ${round + 1} of ${rounds}`);
				const times: number[] = [];
				for (let index = 0; index < REPLIES; index += 1) {
					times.push((await ask(n8n.api, 'ada')).firstToken);
				}
				values.push(percentile(times, 0.95));
			}
		} finally {
			await n8n.stop();
		}
		const columns = [{ contestant: names.onDemand, values }];
		return {
			rows: [
				{
					title: "p95 of the first token, from the API's write to the webhook caller's read",
					unit: 'ms',
					columns,
					target: below(columns, LIMIT, 'ms'),
				},
			],
		};
	},
};
