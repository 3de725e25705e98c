import { names } from '../contestants/contestant';
import { credential } from '../contestants/credentials';
import { execute } from '../n8n/execution';
import { importWorkflows } from '../n8n/imports';
import { inLine, manualTrigger } from '../n8n/workflow';
import { runScript } from '../scripts';
import { SESSIONS } from '../server/routes';
import type { Stage } from '../stage';
import type { Column, Measure, Row } from './measure';
import { atMost } from './target';

const COUNT = 5000;
const PAGE = 50;

/** Milliseconds that a page takes at the server; without any, all that is seen is n8n's own cost of a request. */
const LATENCIES = [100, 0];

const FACTOR = 1.1;

const workflow = inLine('All sessions', [
	manualTrigger,
	{
		type: 'n8n-nodes-ondemand.onDemandChat',
		typeVersion: 1,
		parameters: { resource: 'session', operation: 'getAll', returnAll: true, options: {} },
		credentials: credential('onDemandApi'),
	},
]);

async function rowsAt(stage: Stage, latency: number, rounds: number): Promise<Row[]> {
	const columnsFor = (): Column[] =>
		[names.onDemand, names.script].map((contestant) => ({ contestant, values: [] }));
	const times = columnsFor();
	const requests = columnsFor();
	for (let round = 0; round < rounds; round += 1) {
		await stage.server.begin({ latency, sessions: COUNT });
		const { run } = await execute(stage, workflow.id);
		if (run.items.length !== COUNT) throw new Error(`${run.items.length} sessions were listed`);
		times[0].values.push(run.milliseconds / 1000);
		requests[0].values.push((await stage.server.traffic()).lists);
		const script = await runScript(stage, 'listScript', [stage.server.url + SESSIONS]);
		times[1].values.push(Number(script.milliseconds) / 1000);
		requests[1].values.push(Number(script.requests));
	}
	const title = `5,000 sessions with Return All, ${latency} ms a page`;
	const asked = latency > 0;
	const most = Math.max(...requests[0].values);
	const least = COUNT / PAGE;
	const time: Row = {
		title: `${title}: node time`,
		unit: 's',
		columns: times,
		...(asked && { target: atMost(times, FACTOR, names.script) }),
	};
	const count: Row = {
		title: `${title}: requests`,
		unit: 'requests',
		columns: requests,
		target: { text: `the least possible, ${least}`, reached: String(most), isMet: most === least },
	};
	return asked ? [time, count] : [time];
}

/** Whether a long list comes in as few requests as possible, and as fast as by hand. */
export const list: Measure = {
	name: 'list',
	title: '5,000 sessions with Return All',
	run: async (stage, rounds, step) => {
		await importWorkflows(stage, [workflow]);
		const rows: Row[] = [];
		for (const latency of LATENCIES) {
			step.now(`5,000 sessions, ${latency} ms a page`);
			rows.push(...(await rowsAt(stage, latency, rounds)));
		}
		return { rows };
	},
};
