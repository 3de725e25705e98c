import type { Closers } from '../../../demo/program';
import { prove } from '../findings';
import type { Checks, Finding } from '../findings';
import type { Stage } from '../stage';
import { installVersion } from './install';
import { startVersion } from './server';
import type { OldN8n } from './server';
import { chatting, files, loading, streaming, translating } from './uses';

/** Versions of n8n whose dependencies npm can still resolve, the oldest first. */
const VERSIONS = ['1.100.1', '1.123.81', '2.0.0'];

/** Webhooks and chats stream since this one. */
const STREAMS_SINCE = [1, 103];

type Use = [what: string, work: (old: OldN8n, checks: Checks) => Promise<void>];

function usesIn(version: string): Use[] {
	const [major, minor] = version.split('.').map(Number);
	const canStream = major > STREAMS_SINCE[0] || minor >= STREAMS_SINCE[1];
	const all: Array<Use | false> = [
		['the nodes load', loading],
		['a chat remembers', chatting],
		canStream && ['a chat streams', streaming],
		['a batch, its links and its error output', translating],
		['a file goes up and is removed', files],
	];
	return all.filter((use): use is Use => use !== false);
}

async function proveIn(stage: Stage, version: string): Promise<Finding[]> {
	const closers: Closers = [];
	await stage.sandbox.reset();
	try {
		const folder = await installVersion(stage, version);
		const old = await startVersion(stage, version, folder, closers);
		const findings: Finding[] = [];
		for (const [what, work] of usesIn(version)) {
			const proof = async (checks: Checks) => await work(old, checks);
			findings.push(await prove('versions', `${version}: ${what}`, proof, stage.signal));
		}
		return findings;
	} catch (error) {
		stage.signal.throwIfAborted();
		const proof = async () => await Promise.reject(error);
		return [await prove('versions', `${version}: it starts`, proof, stage.signal)];
	} finally {
		for (const close of closers.reverse()) await close();
	}
}

/** Proves that the package works in older versions of n8n. */
export async function versions(stage: Stage): Promise<Finding[]> {
	const findings: Finding[] = [];
	for (const version of VERSIONS) findings.push(...(await proveIn(stage, version)));
	return findings;
}
