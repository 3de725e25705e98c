/* eslint-disable @n8n/community-nodes/no-restricted-imports -- tests run in Node, never inside n8n */
import { existsSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { prove } from '../findings';
import type { Checks, Finding } from '../findings';
import type { Stage } from '../stage';
import { plantCanary } from './canary';
import { dumpSqlite } from './database';
import { search } from './search';

/** Looks for the key and for a canary wherever the run has left something. */
async function lookEverywhere(stage: Stage, checks: Checks): Promise<void> {
	const { sandbox, canary, layout } = stage;
	const { folder } = layout;
	const name = (path: string) => relative(folder, path);
	const planted = await plantCanary(stage);
	const database = await dumpSqlite(stage);
	const queueDump = resolve(folder, 'queue/database.sql');
	const seen = (await search(folder, canary)).places;
	const mustSee = [...planted, database, ...(existsSync(queueDump) ? [queueDump] : [])];
	const overlooked = mustSee.filter((path) => !seen.includes(path));
	checks.same('planted canaries that were overlooked', overlooked.map(name), []);
	const files = seen.filter((path) => path.includes('/storage/') || path.includes('binary'));
	checks.that('the canary is found in n8n’s stored files', files.length > 0);
	checks.note(
		`the canary was found in ${seen.length} files, among them ${seen.slice(0, 4).map(name).join(', ')}`,
	);

	const { files: count, bytes, places } = await search(folder, sandbox.apiKey);
	checks.note(`${count} files with ${(bytes / 1e6).toFixed(0)} MB were searched for the key`);
	checks.same('files that hold the API key in any form', places.map(name), []);
}

/** Proves that the API key is nowhere but in n8n's encrypted credential. */
export async function secrets(stage: Stage): Promise<Finding[]> {
	const what = 'the API key is in nothing that the run has left';
	const proof = async (checks: Checks) => await lookEverywhere(stage, checks);
	return [await prove('secrets', what, proof, stage.signal)];
}
