/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- the demo runs on Node itself, never inside n8n */
import { resolve } from 'node:path';

/** The folder of the whole project. */
export const projectFolder = resolve(__dirname, '..');

/** The example workflows, as they can be imported into any n8n. */
export const examplesFolder = resolve(projectFolder, 'examples');

/** Where n8n's version and all its packages are pinned. */
export const lockFolder = __dirname;

/** Everything the demo writes is below one folder. */
export interface Layout {
	folder: string;
	/** The Node.js that n8n runs on, where the one at hand does not fit. */
	node: string;
	/** n8n itself. */
	n8n: string;
	/** n8n's user folder: database, settings and community packages. */
	home: string;
	installLog: string;
	n8nLog: string;
	/** Holds the process IDs of a running demo. */
	running: string;
	/** Is there while something is built or installed that the demo and the end-to-end run share. */
	shared: string;
}

/** The demo's folders and files below a folder, `.demo` in the project unless given. */
export function layoutIn(folder = resolve(projectFolder, '.demo')): Layout {
	return {
		folder,
		node: resolve(folder, 'node'),
		n8n: resolve(folder, 'n8n'),
		home: resolve(folder, 'home'),
		installLog: resolve(folder, 'install.log'),
		n8nLog: resolve(folder, 'n8n.log'),
		running: resolve(folder, 'running.json'),
		shared: resolve(projectFolder, '.demo/installing'),
	};
}
