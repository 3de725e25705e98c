/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- tests run in Node, never inside n8n */
import { existsSync, readdirSync } from 'node:fs';
import { delimiter, resolve } from 'node:path';

const POSTGRES_HOME = '/usr/lib/postgresql';

/** Where the programs are that queue mode needs beside n8n. */
export interface Programs {
	redis: string;
	/** The folder of `initdb`, `postgres` and `pg_dump`. */
	postgres: string;
}

/** The folders of Debian's PostgreSQL versions, the newest first, and then those of the search path. */
function postgresFolders(): string[] {
	const versions = existsSync(POSTGRES_HOME) ? readdirSync(POSTGRES_HOME) : [];
	const newestFirst = versions.sort((one, other) => Number(other) - Number(one));
	return [
		...newestFirst.map((version) => resolve(POSTGRES_HOME, version, 'bin')),
		...pathFolders(),
	];
}

function pathFolders(): string[] {
	return (process.env.PATH ?? '').split(delimiter).filter(Boolean);
}

/**
 * Looks for the programs.
 *
 * @returns the programs, or what to install when one is missing
 */
export function findPrograms(): Programs | string {
	const redis = pathFolders()
		.map((folder) => resolve(folder, 'redis-server'))
		.find((place) => existsSync(place));
	const postgres = postgresFolders().find((folder) =>
		['initdb', 'postgres', 'pg_dump'].every((name) => existsSync(resolve(folder, name))),
	);
	if (redis && postgres) return { redis, postgres };
	const missing = [redis ? '' : 'redis-server', postgres ? '' : 'postgresql'].filter(Boolean);
	return `${missing.join(' and ')} not found (Debian: apt-get install ${missing.join(' ')})`;
}
