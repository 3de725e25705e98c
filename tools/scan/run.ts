/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- tools run on Node itself, never inside n8n */
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { packPackage } from '../../demo/installPackage';
import { layoutIn } from '../../demo/layout';
import { say, step } from '../../demo/progress';
import { scanPacked, scanSources } from './legs';
import type { Leg } from './legs';
import { help, readOptions } from './options';
import type { Options } from './options';

/** Builds and packs the package into a folder. Gives the path of the tarball. */
async function pack(folder: string): Promise<string> {
	const layout = layoutIn(folder);
	await writeFile(layout.installLog, '');
	return await step('This package, built and packed', async (progress) => {
		return await packPackage(layout, new AbortController().signal, progress);
	});
}

async function unpack(tarball: string, folder: string): Promise<string> {
	await mkdir(folder);
	await promisify(execFile)('tar', ['-xzf', tarball, '-C', folder, '--strip-components=1']);
	return folder;
}

function print({ name, files, errors, warnings, findings }: Leg): void {
	const sign = errors + warnings === 0 ? '✔' : '✘';
	say(`${sign} ${name}: ${files} files, ${errors} errors, ${warnings} warnings`);
	if (findings) say(findings);
}

async function scan({ sources, tarball }: Options, folder: string): Promise<boolean> {
	const unpacked = await unpack(tarball ?? (await pack(folder)), join(folder, 'unpacked'));
	const legs = [await scanSources(sources), await scanPacked(unpacked)];
	legs.forEach(print);
	const found = legs.reduce((sum, { errors, warnings }) => sum + errors + warnings, 0);
	say();
	say(`n8n’s scanner has ${found === 0 ? 'nothing' : found} to object to`);
	return found === 0;
}

async function main(): Promise<void> {
	const options = readOptions();
	if (!options) {
		process.stdout.write(help);
		return;
	}
	const folder = await mkdtemp(join(tmpdir(), 'n8n-nodes-ondemand-scan-'));
	// The scanner leaves a temporary folder behind; this way it goes with the others.
	process.env.TMPDIR = folder;
	// Some rules take every file for a node when they believe that they are tested themselves.
	delete process.env.NODE_ENV;
	try {
		process.exitCode = (await scan(options, folder)) ? 0 : 1;
	} finally {
		await rm(folder, { recursive: true });
	}
}

main().catch((error: unknown) => {
	process.stderr.write(`\n${error instanceof Error ? error.message : String(error)}\n`);
	process.exitCode = 1;
});
