/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- tests run in Node, never inside n8n */
import { chown, mkdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort, isFree } from '../../../demo/ports';
import { endProcess, environment, run, startProcess, tailOf } from '../../../demo/processes';
import type { Environment, ProcessOptions } from '../../../demo/processes';
import type { Closers } from '../../../demo/program';
import { note } from '../../../demo/running';
import type { Stage } from '../stage';
import type { Programs } from './programs';

const READY_MS = 30_000;
const POLL_MS = 50;
const DATABASE = ['-h', '127.0.0.1', '-U', 'n8n', '-d', 'postgres'];

/** Redis and PostgreSQL on this computer alone. */
export interface Services {
	/** What n8n has to be told of them. */
	settings: Environment;
	/** Writes everything that the database holds to a file. */
	dump(file: string): Promise<void>;
}

async function untilListening(port: number, log: string, signal: AbortSignal): Promise<void> {
	const deadline = Date.now() + READY_MS;
	while (await isFree(port)) {
		if (Date.now() > deadline) throw new Error(`Nothing listens:\n\n${await tailOf(log)}`);
		await pause(POLL_MS, undefined, { signal });
	}
}

async function startService(
	{ layout, signal }: Stage,
	closers: Closers,
	command: string[],
	port: number,
	options: ProcessOptions,
): Promise<void> {
	const child = startProcess(command[0], command.slice(1), options);
	closers.push(async () => await endProcess(child));
	await note(layout, child.pid);
	await untilListening(port, options.log, signal);
}

async function startRedis(
	stage: Stage,
	folder: string,
	program: string,
	closers: Closers,
): Promise<number> {
	const port = await freePort();
	const settings = {
		port: String(port),
		bind: '127.0.0.1',
		dir: folder,
		// What it holds at its end goes into a file that can be searched.
		save: '3600 1',
		rdbcompression: 'no',
		// Its folder stays in its command line, by which a later run knows it.
		'set-proc-title': 'no',
	};
	const flags = Object.entries(settings).flatMap(([name, value]) => [`--${name}`, value]);
	const options = { cwd: folder, env: environment(), log: resolve(folder, 'redis.log') };
	await startService(stage, closers, [program, ...flags], port, options);
	return port;
}

/** PostgreSQL refuses to run as root; Debian brings a user for it along. */
async function postgresUser(options: ProcessOptions, signal: AbortSignal) {
	if (process.getuid?.() !== 0) return undefined;
	const id = async (flag: string) => Number(await run('id', [flag, 'postgres'], options, signal));
	return { uid: await id('-u'), gid: await id('-g') };
}

async function startPostgres(
	stage: Stage,
	folder: string,
	programs: string,
	closers: Closers,
): Promise<number> {
	const { signal } = stage;
	const data = resolve(folder, 'postgres');
	await mkdir(data, { mode: 0o700 });
	const plain = { cwd: folder, env: environment(), log: resolve(folder, 'postgres.log') };
	const user = await postgresUser(plain, signal);
	if (user) await chown(data, user.uid, user.gid);
	const options = { ...plain, user };
	await run('test', ['-w', data], options, signal).catch(() => {
		throw new Error(
			`The user postgres cannot reach ${data}. Run this as another user than root, or in a folder that everybody may enter.`,
		);
	});
	const initdb = ['-D', data, '-A', 'trust', '-U', 'n8n', '-E', 'UTF8', '--no-sync'];
	await run(resolve(programs, 'initdb'), initdb, options, signal);
	const port = await freePort();
	const settings = { listen_addresses: '127.0.0.1', unix_socket_directories: '', fsync: 'off' };
	const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
	const command = [resolve(programs, 'postgres'), '-D', data, '-p', String(port), ...flags];
	await startService(stage, closers, command, port, options);
	const isReady = ['-p', String(port), ...DATABASE, '-t', '30'];
	await run(resolve(programs, 'pg_isready'), isReady, plain, signal);
	return port;
}

/** Starts Redis and PostgreSQL, both empty, in a folder. Both are among the closers. */
export async function startServices(
	stage: Stage,
	folder: string,
	programs: Programs,
	closers: Closers,
): Promise<Services> {
	const redisPort = await startRedis(stage, folder, programs.redis, closers);
	const postgresPort = String(await startPostgres(stage, folder, programs.postgres, closers));
	return {
		settings: {
			EXECUTIONS_MODE: 'queue',
			QUEUE_BULL_REDIS_HOST: '127.0.0.1',
			QUEUE_BULL_REDIS_PORT: String(redisPort),
			DB_TYPE: 'postgresdb',
			DB_POSTGRESDB_HOST: '127.0.0.1',
			DB_POSTGRESDB_PORT: postgresPort,
			DB_POSTGRESDB_DATABASE: 'postgres',
			DB_POSTGRESDB_USER: 'n8n',
		},
		dump: async (file) => {
			const program = resolve(programs.postgres, 'pg_dump');
			const options = { cwd: folder, env: environment(), log: resolve(folder, 'postgres.log') };
			await run(program, ['-p', postgresPort, ...DATABASE, '-f', file], options, stage.signal);
		},
	};
}
