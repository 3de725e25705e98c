/* eslint-disable @n8n/community-nodes/no-restricted-imports -- tests run in Node, never inside n8n */
import { parseArgs } from 'node:util';

/** The layers, in the order in which they run. */
export const layers = ['agent', 'editor', 'screenshots'] as const;

/** The name of a layer. */
export type Layer = (typeof layers)[number];

/** What `--help` prints. */
export const help = `Proves the built package inside the real n8n, against a local sandbox of the OnDemand API.

  agent         an AI Agent uses the nodes as tools; a scripted model of our own talks to it
  editor        a headless Chromium uses each node as a person would
  screenshots   the same browser takes the pictures of the documentation

  --only <layer>     one layer only; may be given several times
  --images <folder>  where the screenshots go (.demo/e2e/images; docs/images to publish them)
  --tarball <file>   a packed package to test, in place of building this one
  --help             this text

n8n is the one that the demo installs; it is installed at the first run. Everything else that is written
is in the folder .demo/e2e. CHROMIUM names a browser that is not at a usual place.
`;

/** What the run was asked for. */
export interface Options {
	only: Layer[];
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
			only: { type: 'string', multiple: true, default: [] },
			images: { type: 'string' },
			tarball: { type: 'string' },
			help: { type: 'boolean', default: false },
		},
	});
	if (values.help) return undefined;
	const only = values.only.filter(isLayer);
	if (only.length < values.only.length) {
		throw new Error(`--only takes ${layers.join(', ')}`);
	}
	return {
		only: only.length > 0 ? only : [...layers],
		images: values.images,
		tarball: values.tarball,
	};
}
