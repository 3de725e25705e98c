/* eslint-disable @n8n/community-nodes/no-restricted-imports -- the demo runs on Node itself, never inside n8n */
import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { isObject, textOf } from '../sandbox/narrow';
import { examplesFolder } from './layout';
import type { Layout } from './layout';
import { objectsOf } from './n8nApi';
import type { N8nApi, StoredWorkflow, WorkflowContent } from './n8nApi';
import type { Step } from './progress';

/** The credential that the example workflows name. */
export const credential = { name: 'OnDemand account', type: 'onDemandApi' };

const FILES = {
	chatPage: 'chat-reply.json',
	chatWebhook: 'chat-reply-webhook.json',
	batch: 'batch-translation.json',
	voice: 'voice-note.json',
};

const POLL_MS = 100;
const PUBLISH_MS = 20_000;

type ExampleName = keyof typeof FILES;

/** The example workflows in the demo's n8n. */
export type Examples = Record<ExampleName, StoredWorkflow>;

/** What was put into n8n, so that a later start can tell whether the user has changed it. */
interface PutExample {
	id: string;
	versionId: string;
	/** Of the example's file and the credential it uses. */
	hash: string;
}

/** Reads an example, its OnDemand nodes set to a credential. */
export async function readExample(file: string, credentialId: string): Promise<WorkflowContent> {
	const content: unknown = JSON.parse(await readFile(resolve(examplesFolder, file), 'utf8'));
	const { name, nodes, connections, settings } = isObject(content) ? content : {};
	if (typeof name !== 'string' || !isObject(connections) || !isObject(settings)) {
		throw new Error(`${file} is not a workflow`);
	}
	const own = { [credential.type]: { id: credentialId, name: credential.name } };
	return {
		name,
		nodes: objectsOf(nodes).map((node) =>
			node.credentials ? { ...node, credentials: own } : node,
		),
		connections,
		settings,
	};
}

/** The path of the chat page, to which the page also posts what is said. */
export async function chatEndpoint(): Promise<string> {
	const { nodes } = await readExample(FILES.chatPage, '');
	const webhookId = nodes.map((node) => textOf(node.webhookId)).find(Boolean);
	return `/webhook/${webhookId}/chat`;
}

/** Waits until the webhooks of a workflow answer. */
export async function untilPublished(api: N8nApi, workflow: StoredWorkflow): Promise<void> {
	const deadline = Date.now() + PUBLISH_MS;
	for (;;) {
		const state = await api.call('GET', `/workflows/${workflow.id}/publication-status`);
		const status = isObject(state) ? state.status : undefined;
		if (status === 'published') return;
		if (Date.now() > deadline) {
			throw new Error(`"${workflow.name}" was not published, its state is ${String(status)}`);
		}
		await pause(POLL_MS);
	}
}

async function readRecord(path: string): Promise<Record<string, PutExample>> {
	const text = await readFile(path, 'utf8').catch(() => '{}');
	const record: unknown = JSON.parse(text);
	const entries = Object.entries(isObject(record) ? record : {});
	return Object.fromEntries(
		entries.map(([name, value]) => {
			const { id, versionId, hash } = isObject(value) ? value : {};
			return [name, { id: String(id), versionId: String(versionId), hash: String(hash) }];
		}),
	);
}

/**
 * Puts the examples into n8n and publishes those that are called from outside. An example that the user
 * has changed stays as it is; one that is merely older than its file is brought up to date.
 */
export async function putExamples(
	api: N8nApi,
	layout: Layout,
	credentialId: string,
	step: Step,
): Promise<Examples> {
	const recordPath = resolve(layout.folder, 'examples.json');
	const record = await readRecord(recordPath);
	const present = await api.workflows();
	const changed = new Set<ExampleName>();
	const put = async (name: ExampleName): Promise<StoredWorkflow> => {
		const content = await readExample(FILES[name], credentialId);
		const hash = createHash('sha256').update(JSON.stringify(content)).digest('hex');
		const known = record[name];
		const there = present.find(({ id }) => id === known?.id);
		if (there && there.versionId !== known.versionId) {
			step.note(`"${there.name}" was changed and stays so`);
			changed.add(name);
			return there;
		}
		if (there && known.hash === hash) return there;
		const stored = there
			? await api.updateWorkflow(there, content)
			: await api.createWorkflow(content);
		record[name] = { id: stored.id, versionId: stored.versionId, hash };
		return stored;
	};
	const examples: Examples = {
		chatPage: await put('chatPage'),
		chatWebhook: await put('chatWebhook'),
		batch: await put('batch'),
		voice: await put('voice'),
	};
	await writeFile(recordPath, JSON.stringify(record, null, '\t'));
	for (const name of ['chatPage', 'chatWebhook', 'voice'] as const) {
		if (changed.has(name)) continue;
		await api.publish(examples[name]);
		await untilPublished(api, examples[name]);
	}
	return examples;
}
