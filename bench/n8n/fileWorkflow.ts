/* eslint-disable @n8n/community-nodes/no-restricted-imports -- the benchmarks run in Node, never inside n8n */
import { rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Environment } from '../../demo/processes';
import { own } from '../contestants/fileNodes';
import type { Direction, FileContestant } from '../contestants/fileNodes';
import type { Stage } from '../stage';
import { inLine, manualTrigger } from './workflow';
import type { Workflow } from './workflow';

/** Mebibytes of the files: one that fills no memory, and one that would. */
export const TINY = 0.01;
export const LARGE = 1024;

/** The setting with which n8n keeps files on the disk. */
export const inFileSystem: Environment = { N8N_DEFAULT_BINARY_DATA_MODE: 'filesystem' };

/** A workflow in which a file is downloaded, or uploaded: then it is downloaded before, for n8n has to have it first. */
export function fileWorkflow(
	stage: Stage,
	{ name, nodes }: FileContestant,
	direction: Direction,
	megabytes: number,
): Workflow {
	const download = own.nodes.download(stage, megabytes);
	const measured = nodes[direction](stage, megabytes);
	const line = direction === 'upload' ? [download, measured] : [measured];
	return inLine(`${direction} of ${megabytes} MiB, ${name}`, [manualTrigger, ...line]);
}

/** Removes the files that n8n kept. */
export async function removeFiles({ layout }: Stage): Promise<void> {
	for (const folder of ['storage', 'binaryData']) {
		await rm(resolve(layout.home, '.n8n', folder), { recursive: true, force: true });
	}
}
