/* eslint-disable @n8n/community-nodes/no-restricted-imports -- the benchmarks run in Node, never inside n8n */
import { once } from 'node:events';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { freePort } from '../../demo/ports';
import { endProcess, startProcess, tailOf } from '../../demo/processes';
import type { Environment } from '../../demo/processes';
import type { Stage } from '../stage';

/** What a command of n8n needs to run beside others, with no call to the outside. */
async function ownSettings({ layout }: Stage): Promise<Environment> {
	return {
		N8N_USER_FOLDER: layout.home,
		N8N_DIAGNOSTICS_ENABLED: 'false',
		N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
		N8N_LICENSE_AUTO_RENEW_ENABLED: 'false',
		N8N_VERIFIED_PACKAGES_ENABLED: 'false',
		N8N_DISABLED_MODULES: 'mcp-registry',
		N8N_RUNNERS_BROKER_LISTEN_ADDRESS: '127.0.0.1',
		N8N_RUNNERS_BROKER_PORT: String(await freePort()),
	};
}

/**
 * Runs a command of n8n to its end, with the probe inside.
 *
 * @param settings environment variables for n8n
 * @param flags of Node.js
 * @returns everything that it printed
 * @throws Error with the end of what it printed when it fails
 */
export async function n8nCommand(
	stage: Stage,
	args: string[],
	settings: Environment = {},
	flags: string[] = [],
): Promise<string> {
	const { layout, node, probe, signal } = stage;
	signal.throwIfAborted();
	const log = resolve(layout.folder, 'command.log');
	await writeFile(log, '');
	await rm(probe.figures, { force: true });
	const program = resolve(layout.n8n, 'node_modules/n8n/bin/n8n');
	const env = { ...node.env, ...(await ownSettings(stage)), ...probe.settings, ...settings };
	const whole = [...flags, program, ...args];
	const child = startProcess(node.program, whole, { cwd: layout.home, env, log });
	const end = () => void endProcess(child, 1000);
	signal.addEventListener('abort', end, { once: true });
	const [code]: unknown[] = await once(child, 'close');
	signal.removeEventListener('abort', end);
	signal.throwIfAborted();
	if (code !== 0) throw new Error(`n8n ${args.join(' ')} failed:\n\n${await tailOf(log)}`);
	return await readFile(log, 'utf8');
}
