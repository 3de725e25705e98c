/* eslint-disable @n8n/community-nodes/no-restricted-imports -- tests run in Node, never inside n8n */
import { mkdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { installPackage } from '../../../demo/installPackage';
import { N8nApi } from '../../../demo/n8nApi';
import type { WorkflowContent } from '../../../demo/n8nApi';
import { startN8n } from '../../../demo/n8nServer';
import type { Closers } from '../../../demo/program';
import { note } from '../../../demo/running';
import type { JsonObject } from '../../../sandbox/narrow';
import { credentialData, credentialName, owner, temporary } from '../stage';
import type { Stage } from '../stage';

const READY_MS = 60_000;
const PUBLISH_MS = 20_000;
const POLL_MS = 100;

/** An n8n of some version with the package. */
export interface OldN8n {
	n8n: N8nApi;
	credentialId: string;
}

/** Starts an n8n that is installed in a folder. It is among the closers. */
export async function startVersion(
	stage: Stage,
	version: string,
	n8nFolder: string,
	closers: Closers,
): Promise<OldN8n> {
	const { layout, node, tarball, sandbox, signal } = stage;
	const folder = resolve(layout.folder, 'versions', version);
	const home = resolve(folder, 'home');
	await mkdir(home, { recursive: true });
	await installPackage({ ...layout, home }, tarball, node, signal);
	const log = resolve(folder, 'n8n.log');
	// An old n8n refuses to start when it is told of a module that came later.
	const modules = { N8N_RUNNERS_ENABLED: 'true', N8N_DISABLED_MODULES: 'insights' };
	const settings = { ...modules, ...temporary(layout) };
	const running = await startN8n({ node, n8nFolder, userFolder: home, log, settings, signal });
	closers.push(running.stop);
	await note(layout, running.pid);
	const n8n = new N8nApi(running.url, signal);
	await untilServed(n8n);
	await n8n.signIn(owner);
	const data = credentialData(sandbox);
	return { n8n, credentialId: await n8n.putCredential(credentialName, 'onDemandApi', data) };
}

/** An old n8n tells that it is ready before its own interface is. */
async function untilServed(n8n: N8nApi): Promise<void> {
	const deadline = Date.now() + READY_MS;
	while (!(await n8n.fetch('GET', '/rest/settings')).ok) {
		if (Date.now() > deadline) throw new Error('n8n serves no /rest/settings');
		await pause(POLL_MS);
	}
}

/** Puts a workflow into n8n and switches it on, in the way of n8n 2 or in that of n8n 1. */
export async function switchedOn({ n8n }: OldN8n, content: WorkflowContent): Promise<void> {
	const switchedOff = { ...content, active: false };
	const { id, versionId } = await n8n.createWorkflow(switchedOff);
	const response = await n8n.fetch('POST', `/rest/workflows/${id}/activate`, { versionId });
	if (!response.ok) await n8n.call('PATCH', `/workflows/${id}`, { active: true, versionId });
}

/** Calls a webhook as soon as it is there. */
export async function called({ n8n }: OldN8n, path: string, body: JsonObject): Promise<Response> {
	const deadline = Date.now() + PUBLISH_MS;
	for (;;) {
		const response = await n8n.fetch('POST', `/webhook/${path}`, body);
		if (response.status !== 404 || Date.now() > deadline) return response;
		await pause(POLL_MS);
	}
}
