/* eslint-disable @n8n/community-nodes/no-restricted-imports -- tools run on Node itself, never inside n8n */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { projectFolder } from '../../demo/layout';

/** What `--help` prints. */
export const help = `Runs n8n's scanner of community packages over the sources and over the packed package, without the
network. Switched-off rules count as findings, warnings too. Exit code 0 when there is none, else 1.

  --sources <folder>  the repository to look at (this one)
  --tarball <file>    a packed package, in place of building and packing this one
  --help              this text
`;

/** What the scan was asked for. */
export interface Options {
	sources: string;
	tarball: string | undefined;
}

/** Reads the command line. Gives nothing when help is asked for. */
export function readOptions(): Options | undefined {
	const { values } = parseArgs({
		options: {
			sources: { type: 'string', default: projectFolder },
			tarball: { type: 'string' },
			help: { type: 'boolean', default: false },
		},
	});
	if (values.help) return undefined;
	const { sources, tarball } = values;
	return { sources: resolve(sources), tarball: tarball && resolve(tarball) };
}
