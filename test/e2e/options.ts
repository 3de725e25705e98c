/* eslint-disable @n8n/community-nodes/no-restricted-imports -- tests run in Node, never inside n8n */
import { parseArgs } from 'node:util';

/** The layers, in the order in which they run. */
export const layers = [
	'headless',
	'triggers',
	'stop',
	'agent',
	'editor',
	'screenshots',
	'queue',
	'versions',
	'secrets',
] as const;

/** The name of a layer. */
export type Layer = (typeof layers)[number];

/** What runs when nothing is said, and what runs with `--fast`. */
const USUAL = layers.filter((layer) => layer !== 'versions');
const FAST: Layer[] = ['headless', 'triggers', 'stop', 'secrets'];

/** What `--help` prints. */
export const help = `Proves the built package inside the real n8n, against a local sandbox of the OnDemand API.

  headless      the example workflows: streaming, item links, the error output, files
  triggers      webhooks, a public chat with its page, a schedule: what their callers receive, and when
  stop          executions that are stopped leave no request behind
  agent         an AI Agent uses the nodes as tools; a scripted model of our own talks to it
  editor        a headless Chromium uses each node as a person would
  screenshots   the same browser takes the pictures of the documentation
  queue         queue mode: Redis, PostgreSQL, one main, two workers, of which one is killed
  versions      the examples in older versions of n8n; only when asked for: gigabytes and many minutes
  secrets       a search for the API key through everything that the other layers have left

  --only <layer>     one layer only, or several with commas between them
  --fast             what needs no other program: headless, two webhooks, stop, secrets
  --images <folder>  where the screenshots go (.demo/e2e/images; docs/images to publish them)
  --tarball <file>   a packed package to test, in place of building this one
  --help             this text

n8n is the one that the demo installs; it is installed at the first run. Everything else that is written
is in the folder .demo. A program that is missing (Debian: chromium, redis-server, postgresql) is told, and
what needs it is skipped. CHROMIUM names a browser that is not at a usual place.
`;

/** What the run was asked for. */
export interface Options {
	only: Layer[];
	isFast: boolean;
	images: string | undefined;
	tarball: string | undefined;
}

function isLayer(name: string): name is Layer {
	return layers.some((layer) => layer === name);
}

/** Reads the command line. Gives nothing when help is asked for. */
export function readOptions(): Options | undefined {
	const { values } = parseArgs({
		options: {
			only: { type: 'string' },
			fast: { type: 'boolean', default: false },
			images: { type: 'string' },
			tarball: { type: 'string' },
			help: { type: 'boolean', default: false },
		},
	});
	if (values.help) return undefined;
	const named = values.only?.split(',').map((layer) => layer.trim()) ?? [];
	const only = named.filter(isLayer);
	if (only.length < named.length) {
		throw new Error(`--only takes ${layers.join(', ')}`);
	}
	return {
		only: only.length > 0 ? only : values.fast ? FAST : USUAL,
		isFast: values.fast,
		images: values.images,
		tarball: values.tarball,
	};
}
