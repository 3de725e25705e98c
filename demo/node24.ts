/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- the demo runs on Node itself, never inside n8n */
import { existsSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { delimiter, dirname, resolve } from 'node:path';
import { inTurn } from './inTurn';
import { environment, run } from './processes';
import type { Environment } from './processes';
import type { Layout } from './layout';
import type { Step } from './progress';

/** n8n 2.41 asks for Node.js 24, and so do its ready-made compiled parts. */
const MAJOR = 24;
const VERSION = '24.21.0';
const PLATFORMS = ['linux-x64', 'linux-arm64', 'darwin-arm64', 'darwin-x64'];

/** The Node.js that n8n runs on. */
export interface NodeForN8n {
	/** The program itself. */
	program: string;
	version: string;
	/** An environment in which npm and everything else use this Node.js. */
	env: Environment;
}

function described(program: string, version: string): NodeForN8n {
	const folder = dirname(dirname(program));
	const hasHeaders = existsSync(resolve(folder, 'include/node/node.h'));
	return {
		program,
		version,
		env: environment({
			PATH: [dirname(program), process.env.PATH].join(delimiter),
			...(hasHeaders && { npm_config_nodedir: folder }),
		}),
	};
}

async function fetchNode(layout: Layout, platform: string, signal: AbortSignal): Promise<void> {
	await rm(layout.node, { recursive: true, force: true });
	await mkdir(layout.node, { recursive: true });
	const options = { cwd: layout.node, env: environment(), log: layout.installLog };
	const packed = await run(
		'npm',
		['pack', '--silent', `node-${platform}@${VERSION}`],
		options,
		signal,
	);
	const tarball = packed.trim().split('\n').pop() ?? '';
	await run('tar', ['xzf', tarball, '--strip-components=1'], options, signal);
	await rm(resolve(layout.node, tarball));
}

/**
 * Gives the Node.js for n8n: the one that runs the demo when it fits, else one that is brought along, as a
 * package of the npm registry.
 */
export async function nodeForN8n(
	layout: Layout,
	signal: AbortSignal,
	step: Step,
): Promise<NodeForN8n> {
	if (Number(process.versions.node.split('.')[0]) === MAJOR) {
		step.note(`the one at hand, ${process.versions.node}`);
		return described(process.execPath, process.versions.node);
	}
	const platform = `${process.platform}-${process.arch}`;
	if (!PLATFORMS.includes(platform)) {
		throw new Error(
			`n8n needs Node.js ${MAJOR}, and there is none to bring along for ${platform}. ` +
				`Install Node.js ${MAJOR} (https://nodejs.org) and start the demo with it.`,
		);
	}
	const program = resolve(layout.node, 'bin/node');
	const options = { cwd: layout.folder, env: environment(), log: layout.installLog };
	const version = async () => (await run(program, ['--version'], options, signal)).trim();
	const wasThere = await inTurn(layout.shared, signal, async () => {
		const isThere = existsSync(program) && (await version().catch(() => '')) === `v${VERSION}`;
		signal.throwIfAborted();
		if (isThere) return true;
		step.now(`Fetching Node.js ${VERSION} (50 MB)`);
		await fetchNode(layout, platform, signal);
		await version();
		return false;
	});
	step.note(`${VERSION}, ${wasThere ? 'already here' : 'fetched'}`);
	// Only now: the headers come with it.
	return described(program, VERSION);
}
