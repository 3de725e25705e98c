/* eslint-disable @n8n/community-nodes/no-restricted-imports -- tests run in Node, never inside n8n */
import { setTimeout as pause } from 'node:timers/promises';
import { finished } from '../../../demo/executions';
import { objectsOf } from '../../../demo/n8nApi';
import type { StoredWorkflow } from '../../../demo/n8nApi';
import { isObject } from '../../../sandbox/narrow';
import type { Checks } from '../findings';
import type { Stage } from '../stage';
import { code, ownNode, published, workflowOf } from '../workflows';

const PATIENCE_MS = 60_000;
const POLL_MS = 200;
const ROWS = 25;
const SECONDS = 2;

const MAKE_ROWS = `return Array.from({ length: ${ROWS} }, (_, index) => ({
	json: { row: index, title: 'Product ' + index },
}));`;

async function triggered({ n8n, signal }: Stage, { id }: StoredWorkflow): Promise<string[]> {
	const filter = encodeURIComponent(
		JSON.stringify({ workflowId: id, status: ['success', 'error'] }),
	);
	const deadline = Date.now() + PATIENCE_MS;
	for (;;) {
		const page = await n8n.call('GET', `/executions?filter=${filter}&limit=10`);
		const all = objectsOf(isObject(page) ? page.results : undefined);
		const byClock = all.filter(({ mode }) => mode === 'trigger').map((execution) => execution.id);
		if (byClock.length >= 2 || Date.now() > deadline) return byClock.map(String);
		await pause(POLL_MS, undefined, { signal });
	}
}

/** The clock starts a batch, twice, and all of its rows come out. */
export async function schedule(stage: Stage, checks: Checks): Promise<void> {
	const { n8n, credentialId } = stage;
	const workflow = await published(
		n8n,
		workflowOf('Batch by the clock', [
			{
				name: 'Schedule Trigger',
				type: 'n8n-nodes-base.scheduleTrigger',
				typeVersion: 1.3,
				parameters: { rule: { interval: [{ field: 'seconds', secondsInterval: SECONDS }] } },
			},
			code('Rows', MAKE_ROWS),
			ownNode('onDemandTranslate', 'Translate', credentialId, {
				operation: 'translateFields',
				fields: 'title',
				targetLanguages: ['es'],
			}),
		]),
	);
	const ids = await triggered(stage, workflow);
	await n8n.call('POST', `/workflows/${workflow.id}/deactivate`, {});
	checks.that(`started ${ids.length} times by the clock, at least twice`, ids.length >= 2);
	const expected = Array.from({ length: ROWS }, (_, row) => ({
		row,
		title: `[es] Product ${row}`,
	}));
	for (const id of ids.slice(0, 2)) {
		const execution = await finished(n8n, id, PATIENCE_MS);
		const rows = execution.items('Translate').map(({ json: { row, title } }) => ({ row, title }));
		checks.same(`rows of execution ${id}`, rows, expected);
	}
}
