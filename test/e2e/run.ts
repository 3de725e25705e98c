/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- tests run in Node, never inside n8n */
import { resolve } from 'node:path';
import { runProgram } from '../../demo/program';
import type { Closers } from '../../demo/program';
import { agent } from './agent';
import { editor } from './editor';
import { printTable, prove } from './findings';
import type { Finding } from './findings';
import { headless } from './headless';
import { help, layers, readOptions } from './options';
import type { Layer, Options } from './options';
import { queue } from './queue';
import { screenshots } from './screenshots';
import { secrets } from './secrets';
import { setUpStage } from './stage';
import type { Stage } from './stage';
import { stop } from './stop';
import { triggers } from './triggers';
import { versions } from './versions';

async function proveLayer(
	layer: Layer,
	stage: Stage,
	{ images, isFast }: Options,
): Promise<Finding[]> {
	switch (layer) {
		case 'headless':
			return await headless(stage);
		case 'triggers':
			return await triggers(stage, isFast);
		case 'stop':
			return await stop(stage);
		case 'agent':
			return await agent(stage);
		case 'editor':
			return await editor(stage);
		case 'screenshots':
			return await screenshots(stage, resolve(images ?? resolve(stage.layout.folder, 'images')));
		case 'queue':
			return await queue(stage);
		case 'versions':
			return await versions(stage);
		case 'secrets':
			return await secrets(stage);
	}
}

async function e2e(options: Options, signal: AbortSignal, closers: Closers): Promise<boolean> {
	const stage = await setUpStage(options.tarball, signal, closers);
	const findings: Finding[] = [];
	for (const layer of layers.filter((name) => options.only.includes(name))) {
		const brokenOff = async (error: unknown) => [
			await prove(layer, 'the layer runs', async () => await Promise.reject(error), signal),
		];
		findings.push(...(await proveLayer(layer, stage, options).catch(brokenOff)));
	}
	return printTable(findings);
}

void runProgram(async (signal, closers) => {
	const options = readOptions();
	if (options) return await e2e(options, signal, closers);
	process.stdout.write(help);
	return true;
});
