/* eslint-disable @n8n/community-nodes/no-restricted-imports -- tests run in Node, never inside n8n */
import { resolve } from 'node:path';
import type { Closers } from '../../../demo/program';
import { prove, skipped } from '../findings';
import type { Checks, Finding } from '../findings';
import type { Stage } from '../stage';
import { twoAtOnce } from './atOnce';
import { startCluster } from './cluster';
import type { Cluster } from './cluster';
import { workerLost } from './crash';
import { underLimit } from './load';
import { findPrograms } from './programs';
import { publishAll } from './workflows';

type Proof = [what: string, work: (...given: [Stage, Cluster, Checks]) => Promise<void>];

const PROOFS: Proof[] = [
	['4,000 translations and 30 chat messages under a limit', underLimit],
	['two messages of a user at the same moment', twoAtOnce],
	['a worker is killed in the middle', workerLost],
];

/** Proves the package in queue mode, with a worker that dies. */
export async function queue(stage: Stage): Promise<Finding[]> {
	const programs = findPrograms();
	if (typeof programs === 'string') return [skipped('queue', programs)];
	const closers: Closers = [];
	try {
		const cluster = await startCluster(stage, programs, closers);
		await publishAll(cluster);
		const findings: Finding[] = [];
		for (const [what, work] of PROOFS) {
			const proof = async (checks: Checks) => await work(stage, cluster, checks);
			findings.push(await prove('queue', what, proof, stage.signal));
		}
		await cluster.services.dump(resolve(cluster.folder, 'database.sql'));
		return findings;
	} finally {
		for (const close of closers.reverse()) await close();
	}
}
