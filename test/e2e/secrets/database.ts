/* eslint-disable @n8n/community-nodes/no-restricted-imports -- tests run in Node, never inside n8n */
import { resolve } from 'node:path';
import { run } from '../../../demo/processes';
import type { Stage } from '../stage';

/** Prints every value of every table; bytes as hexadecimal digits. It runs in n8n's Node.js, which can read SQLite. */
const PRINT_ALL = `
const { DatabaseSync } = require('node:sqlite');
const { createWriteStream } = require('node:fs');
const [file, target] = process.argv.slice(1);
const database = new DatabaseSync(file, { readOnly: true });
const out = createWriteStream(target);
const tables = database.prepare("select name from sqlite_master where type = 'table'").all();
for (const { name } of tables) {
	for (const row of database.prepare('select * from "' + name + '"').iterate()) {
		const cells = Object.entries(row).map(([column, value]) =>
			column + '=' + (value instanceof Uint8Array ? Buffer.from(value).toString('hex') : value));
		out.write(name + '\\t' + cells.join('\\t') + '\\n');
	}
}
out.end();
`;

/** Writes all that n8n's database holds to a text file, since a value may be spread over the pages of the database. */
export async function dumpSqlite({ layout, node, signal }: Stage): Promise<string> {
	const database = resolve(layout.home, '.n8n/database.sqlite');
	const target = resolve(layout.folder, 'database.txt');
	const options = { cwd: layout.folder, env: node.env, log: layout.installLog };
	await run(node.program, ['-e', PRINT_ALL, database, target], options, signal);
	return target;
}
