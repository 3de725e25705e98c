/* eslint-disable @n8n/community-nodes/no-restricted-imports -- the benchmarks run in Node, never inside n8n */
import { rm, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { allCredentials } from '../contestants/credentials';
import type { Stage } from '../stage';
import { n8nCommand } from './command';
import type { Workflow } from './workflow';

/** Puts the credentials of all contestants into n8n. */
export async function importCredentials(stage: Stage): Promise<void> {
	await imported(stage, 'import:credentials', allCredentials(stage.server.url));
}

/** Puts workflows into n8n, or replaces those of the same ID. */
export async function importWorkflows(stage: Stage, workflows: Workflow[]): Promise<void> {
	if (workflows.length > 0) await imported(stage, 'import:workflow', workflows);
}

async function imported(stage: Stage, command: string, content: object[]): Promise<void> {
	const file = resolve(stage.layout.folder, 'import.json');
	await writeFile(file, JSON.stringify(content));
	await n8nCommand(stage, [command, `--input=${file}`]);
	await rm(file);
}
