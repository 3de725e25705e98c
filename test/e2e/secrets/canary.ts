/* eslint-disable @n8n/community-nodes/no-restricted-imports -- tests run in Node, never inside n8n */
import { mkdir, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { finished } from '../../../demo/executions';
import type { Stage } from '../stage';
import { manualTrigger, workflowOf } from '../workflows';
import type { Part } from '../workflows';

const TRIGGER = 'Start';
const EXECUTION_MS = 30_000;

/** Has n8n work with the canary, so that it is in a stored execution and in a stored file. */
async function workWith({ n8n, canary }: Stage): Promise<void> {
	const assignments = [{ id: 'text', name: 'text', value: canary, type: 'string' }];
	const set: Part = {
		name: 'Canary',
		type: 'n8n-nodes-base.set',
		typeVersion: 3.4,
		parameters: { assignments: { assignments }, options: {} },
	};
	const toFile: Part = {
		name: 'Canary as a file',
		type: 'n8n-nodes-base.convertToFile',
		typeVersion: 1.1,
		parameters: { operation: 'toText', sourceProperty: 'text', options: {} },
	};
	const parts = [manualTrigger(TRIGGER), set, toFile];
	const workflow = await n8n.createWorkflow(workflowOf('Canary', parts));
	await finished(n8n, await n8n.execute(workflow, TRIGGER), EXECUTION_MS);
}

/** The canary as it could leak, in a file each. */
function disguises(canary: string): Record<string, string> {
	const base64 = (text: string) => Buffer.from(text).toString('base64');
	return {
		'trimmed.json': JSON.stringify({ apikey: canary }),
		'untrimmed.txt': `apikey: " ${canary} "`,
		'encoded.url': `https://example.com/?apikey=${encodeURIComponent(canary)}`,
		'base64-0.txt': base64(canary),
		'base64-1.txt': base64(`:${canary}:`),
		'base64-2.txt': base64(`a:${canary}`),
		'base64url.txt': Buffer.from(`user:${canary}`).toString('base64url'),
		'hexadecimal.txt': Buffer.from(canary).toString('hex'),
	};
}

/**
 * Puts the canary wherever the key must not be.
 *
 * @returns the files in which a search has to find it
 */
export async function plantCanary(stage: Stage): Promise<string[]> {
	await workWith(stage);
	const folder = resolve(stage.layout.folder, 'canary');
	await mkdir(folder, { recursive: true });
	const planted: string[] = [];
	for (const [name, text] of Object.entries(disguises(stage.canary))) {
		planted.push(resolve(folder, name));
		await writeFile(resolve(folder, name), text);
	}
	return planted;
}
