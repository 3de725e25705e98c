/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/require-node-api-error -- tests run in Node, never inside n8n */
import { resolve } from 'node:path';
import { whenNpmEnds } from '../../demo/parents';
import { say } from '../../demo/progress';
import { agent } from './agent';
import { editor } from './editor';
import { printTable } from './findings';
import type { Finding } from './findings';
import { help, layers, readOptions } from './options';
import type { Layer, Options } from './options';
import { screenshots } from './screenshots';
import { setUpStage } from './stage';
import type { Closers, Stage } from './stage';

async function prove(layer: Layer, stage: Stage, { images }: Options): Promise<Finding[]> {
	switch (layer) {
		case 'agent':
			return await agent(stage);
		case 'editor':
			return await editor(stage);
		case 'screenshots':
			return await screenshots(stage, resolve(images ?? resolve(stage.layout.folder, 'images')));
	}
}

async function e2e(options: Options, signal: AbortSignal, closers: Closers): Promise<boolean> {
	const stage = await setUpStage(options.tarball, signal, closers);
	const findings: Finding[] = [];
	for (const layer of layers.filter((name) => options.only.includes(name))) {
		findings.push(...(await prove(layer, stage, options)));
	}
	return printTable(findings);
}

async function main(): Promise<void> {
	const options = readOptions();
	if (!options) {
		process.stdout.write(help);
		return;
	}
	const controller = new AbortController();
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
		process.on(signal, () => controller.abort(new Error(signal)));
	}
	await whenNpmEnds(() => controller.abort(new Error('npm')));
	const closers: Closers = [];
	try {
		process.exitCode = (await e2e(options, controller.signal, closers)) ? 0 : 1;
	} catch (error) {
		if (!controller.signal.aborted) throw error;
		process.exitCode = 130;
	} finally {
		if (controller.signal.aborted) say('\nEnding …');
		for (const close of closers.reverse()) await close();
	}
}

main().catch((error: unknown) => {
	process.stderr.write(`\n${error instanceof Error ? error.message : String(error)}\n`);
	process.exitCode = 1;
});
