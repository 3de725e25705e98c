/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/require-node-api-error -- the benchmarks run in Node, never inside n8n */
import { setTimeout as pause } from 'node:timers/promises';
import { newestExecution, unflatten } from '../../demo/executions';
import { N8nApi } from '../../demo/n8nApi';
import { startN8n } from '../../demo/n8nServer';
import { owner } from '../../demo/prepareN8n';
import { note } from '../../demo/running';
import { isObject, textOf } from '../../sandbox/narrow';
import type { Stage } from '../stage';
import { nodeRunIn } from './execution';
import type { NodeRun } from './execution';
import type { Workflow } from './workflow';

const POLL_MS = 50;
const PUBLISH_MS = 20_000;
const RECOVERY_MS = 30_000;

/** A running n8n with published workflows. */
export interface ServingN8n {
	api: N8nApi;
	/** What the measured node did in the newest execution of a workflow. */
	lastRun(workflow: Workflow): Promise<NodeRun>;
	/** Ends n8n; the probe has then written its figures. */
	stop(): Promise<void>;
}

/** Starts n8n and publishes workflows, whose webhooks then answer. */
export async function serve(stage: Stage, workflows: Workflow[]): Promise<ServingN8n> {
	const { layout, node, probe, signal } = stage;
	const { n8n: n8nFolder, home: userFolder, n8nLog: log } = layout;
	const settings = probe.settings;
	const running = await startN8n({ node, n8nFolder, userFolder, log, settings, signal });
	await note(layout, running.pid);
	const api = new N8nApi(running.url, signal);
	const ids = new Map<string, string>();
	try {
		await api.signIn(owner);
		for (const workflow of workflows) {
			const { name, nodes, connections, settings: own } = workflow;
			const stored = await api.createWorkflow({ name, nodes, connections, settings: own });
			await api.publish(stored);
			await untilPublished(api, stored.id);
			ids.set(workflow.id, stored.id);
		}
	} catch (error) {
		await running.stop();
		throw error;
	}
	return {
		api,
		lastRun: async ({ id }) => await lastRun(api, ids.get(id) ?? '', signal),
		stop: async () => {
			// A webhook that stays published would stand in the way of the next measure's.
			for (const id of ids.values()) await api.call('POST', `/workflows/${id}/deactivate`, {});
			await running.stop();
		},
	};
}

/** After a long stall n8n takes its database for lost, and needs a moment to find it again. */
async function lastRun(api: N8nApi, workflowId: string, signal: AbortSignal): Promise<NodeRun> {
	const deadline = Date.now() + RECOVERY_MS;
	for (;;) {
		try {
			const executionId = await newestExecution(api, workflowId);
			const execution = await api.call('GET', `/executions/${executionId}`);
			const data = isObject(execution) ? textOf(execution.data) : undefined;
			return nodeRunIn(unflatten(data ?? 'null'));
		} catch (error) {
			if (signal.aborted || Date.now() > deadline) throw error;
			await pause(POLL_MS);
		}
	}
}

async function untilPublished(api: N8nApi, id: string): Promise<void> {
	const deadline = Date.now() + PUBLISH_MS;
	for (;;) {
		const state = await api.call('GET', `/workflows/${id}/publication-status`);
		if (isObject(state) && state.status === 'published') return;
		if (Date.now() > deadline) throw new Error('A workflow of the benchmarks was not published');
		await pause(POLL_MS);
	}
}
