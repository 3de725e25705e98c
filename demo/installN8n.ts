/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/require-node-api-error -- the demo runs on Node itself, never inside n8n */
import { createHash } from 'node:crypto';
import { copyFile, mkdir, readFile, rm, statfs, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { inTurn } from './inTurn';
import { lockFolder } from './layout';
import type { Layout } from './layout';
import type { NodeForN8n } from './node24';
import { run } from './processes';
import type { Step } from './progress';

const NEEDED_BYTES = 4e9;

/** n8n's database driver is compiled where no ready-made one can be downloaded. */
const COMPILERS = [
	['python3', 'python3'],
	['make', 'make'],
	['g++', 'g++'],
];

async function checkSpace(layout: Layout): Promise<void> {
	const { bavail, bsize } = await statfs(layout.folder);
	if (bavail * bsize >= NEEDED_BYTES) return;
	const gigabytes = ((bavail * bsize) / 1e9).toFixed(1);
	throw new Error(
		`n8n needs about 4 GB of disk space below ${layout.folder}; only ${gigabytes} GB are free.`,
	);
}

async function missingCompilers(
	layout: Layout,
	node: NodeForN8n,
	signal: AbortSignal,
): Promise<string[]> {
	const options = { cwd: layout.folder, env: node.env, log: layout.installLog };
	const missing: string[] = [];
	for (const [program, name] of COMPILERS) {
		const found = await run(program, ['--version'], options, signal).catch(() => undefined);
		signal.throwIfAborted();
		if (found === undefined) missing.push(name);
	}
	return missing;
}

function howToGet(missing: string[]): string {
	const install =
		process.platform === 'darwin'
			? 'xcode-select --install'
			: `on Debian and Ubuntu: sudo apt-get install -y ${missing.join(' ')}; on Fedora: sudo dnf install -y python3 make gcc-c++`;
	return `Missing: ${missing.join(', ')} (${install}).`;
}

async function installSqlite(
	layout: Layout,
	node: NodeForN8n,
	signal: AbortSignal,
	step: Step,
): Promise<void> {
	const options = { cwd: layout.n8n, env: node.env, log: layout.installLog };
	const rebuild = ['rebuild', 'sqlite3', '--ignore-scripts=false'];
	const loads = async () => await run(node.program, ['-e', 'require("sqlite3")'], options, signal);
	const missing = await missingCompilers(layout, node, signal);
	step.now('Building the database driver of n8n (sqlite3), a minute or two');
	try {
		await run('npm', rebuild, options, signal);
		try {
			await loads();
		} catch {
			signal.throwIfAborted();
			await run('npm', [...rebuild, '--build-from-source'], options, signal);
			await loads();
		}
	} catch (error) {
		signal.throwIfAborted();
		if (missing.length === 0) throw error;
		throw new Error(
			`The database driver of n8n (sqlite3) could neither be downloaded nor compiled. ${howToGet(missing)} Then start the demo again. All that was printed is in ${layout.installLog}`,
		);
	}
}

/**
 * Installs n8n exactly as the lock file says, unless a stamp tells that this has been done. An install
 * that was interrupted has no stamp and is done again; one that another process does is waited for.
 */
export async function installN8n(
	layout: Layout,
	node: NodeForN8n,
	signal: AbortSignal,
	step: Step,
): Promise<void> {
	await inTurn(layout.shared, signal, async () => await install(layout, node, signal, step));
}

async function install(
	layout: Layout,
	node: NodeForN8n,
	signal: AbortSignal,
	step: Step,
): Promise<void> {
	const lock = await readFile(resolve(lockFolder, 'package-lock.json'));
	const wanted = `${createHash('sha256').update(lock).digest('hex')} ${process.platform}-${process.arch}\n`;
	const stamp = resolve(layout.n8n, '.installed');
	if ((await readFile(stamp, 'utf8').catch(() => '')) === wanted) {
		step.note('already here');
		return;
	}
	await mkdir(layout.n8n, { recursive: true });
	await rm(stamp, { force: true });
	await checkSpace(layout);
	for (const file of ['package.json', 'package-lock.json']) {
		await rm(resolve(layout.n8n, file), { force: true });
		await copyFile(resolve(lockFolder, file), resolve(layout.n8n, file));
	}
	step.now('Installing n8n: some 2,200 packages, 2 to 4 minutes');
	const options = { cwd: layout.n8n, env: node.env, log: layout.installLog };
	await run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], options, signal);
	await installSqlite(layout, node, signal, step);
	await writeFile(stamp, wanted);
	step.note('installed');
}
