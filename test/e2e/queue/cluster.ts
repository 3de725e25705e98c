/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- tests run in Node, never inside n8n */
import { mkdir, readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { installPackage } from '../../../demo/installPackage';
import { N8nApi } from '../../../demo/n8nApi';
import { startN8n } from '../../../demo/n8nServer';
import type { RunningN8n } from '../../../demo/n8nServer';
import { freePort } from '../../../demo/ports';
import type { Closers } from '../../../demo/program';
import { step } from '../../../demo/progress';
import { note } from '../../../demo/running';
import { credentialData, credentialName, owner, temporary } from '../stage';
import type { Stage } from '../stage';
import type { Programs } from './programs';
import { startServices } from './services';
import type { Services } from './services';

/** How many executions a worker takes at a time. */
const CONCURRENCY = 20;

/** A process that carries out executions. */
export interface Worker {
	name: string;
	/** The executions that it has begun, by its own log. */
	begun(): Promise<string[]>;
	/** Ends it at once, in the middle of whatever it does. */
	kill(): void;
}

/** n8n in queue mode: a main process that takes the calls, and workers that carry them out. */
export interface Cluster {
	n8n: N8nApi;
	credentialId: string;
	workers: Worker[];
	services: Services;
	/** Where its logs and its database are. */
	folder: string;
}

function workerOf(name: string, log: string, { pid }: RunningN8n): Worker {
	return {
		name,
		begun: async () => {
			const text = await readFile(log, 'utf8');
			return [...text.matchAll(/Worker started execution (\d+)/g)].map(([, id]) => id);
		},
		kill: () => {
			if (pid !== undefined) process.kill(-pid, 'SIGKILL');
		},
	};
}

/** Starts one main process and two workers. All are among the closers. */
export async function startCluster(
	stage: Stage,
	programs: Programs,
	closers: Closers,
): Promise<Cluster> {
	const { layout, node, tarball, sandbox, signal } = stage;
	const folder = resolve(layout.folder, 'queue');
	const home = resolve(folder, 'home');
	await mkdir(home, { recursive: true });
	return await step('Redis, PostgreSQL, a main and two workers', async () => {
		const services = await startServices(stage, folder, programs, closers);
		await installPackage({ ...layout, home }, tarball, node, signal);
		const common = { node, n8nFolder: layout.n8n, userFolder: home, signal };
		const start = async (name: string, own: Partial<Parameters<typeof startN8n>[0]>) => {
			const log = resolve(folder, `${name}.log`);
			const settings = { ...temporary(layout), ...services.settings, ...own.settings };
			const running = await startN8n({ ...common, ...own, log, settings });
			closers.push(running.stop);
			await note(layout, running.pid);
			return { running, log };
		};
		const { running } = await start('main', {});
		const n8n = new N8nApi(running.url, signal);
		await n8n.signIn(owner);
		const credentialId = await n8n.putCredential(
			credentialName,
			'onDemandApi',
			credentialData(sandbox),
		);
		const workers: Worker[] = [];
		for (const name of ['worker-1', 'worker-2']) {
			const port = await freePort();
			const started = await start(name, {
				port,
				command: ['worker', `--concurrency=${CONCURRENCY}`],
				settings: {
					QUEUE_HEALTH_CHECK_ACTIVE: 'true',
					QUEUE_HEALTH_CHECK_PORT: String(port),
					N8N_WORKER_SERVER_ADDRESS: '127.0.0.1',
				},
			});
			workers.push(workerOf(name, started.log, started.running));
		}
		return { n8n, credentialId, workers, services, folder };
	});
}
