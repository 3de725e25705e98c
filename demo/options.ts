/* eslint-disable @n8n/community-nodes/no-restricted-imports -- the demo runs on Node itself, never inside n8n */
import { parseArgs } from 'node:util';

/** What `--help` prints. */
export const help = `Starts n8n with this package, a local sandbox of the OnDemand API and the example workflows,
runs each example once and prints what went in and what came out. n8n then stays open.

  --once            end after the report; exit code 0 when every job passed, else 1
  --port <number>   port of n8n on 127.0.0.1 (5678 when it is free, else another)
  --help            this text

With ONDEMAND_API_KEY set, the real API is used in place of the sandbox; that costs credits.
ONDEMAND_BASE_URL changes its address. Everything the demo writes is in the folder .demo.
`;

/** What the demo was asked for. */
export interface Options {
	once: boolean;
	port: number | undefined;
}

/** Reads the command line. Gives nothing when help is asked for. */
export function readOptions(): Options | undefined {
	const { values } = parseArgs({
		options: {
			once: { type: 'boolean', default: false },
			port: { type: 'string' },
			help: { type: 'boolean', default: false },
		},
	});
	if (values.help) return undefined;
	const port = values.port === undefined ? undefined : Number(values.port);
	if (port !== undefined && !(Number.isInteger(port) && port > 0 && port < 65_536)) {
		throw new Error('--port must be a number from 1 to 65535');
	}
	return { once: values.once, port };
}
