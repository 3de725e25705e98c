/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- the sandbox runs on Node itself, never inside n8n */
import { parseArgs } from 'node:util';
import { startSandbox } from './server';

const knownKey = 'sandbox-key';

const help = `Starts a local imitation of the OnDemand REST API on 127.0.0.1.

  --port <number>         port to listen on (4010; 0 for a free one)
  --key <text>            API key to accept (${knownKey})
  --token-delay <ms>      wait before each token of a stream (40)
  --latency <ms>          wait before every answer (0)
  --help                  this text

Faults, limits, settings and counters: see sandbox/README.md, or GET /_sandbox/
`;

function numberOf(name: string, text: string): number {
	const value = Number(text);
	if (text.trim() === '' || !Number.isInteger(value) || value < 0) {
		throw new Error(`--${name} must be a whole number of 0 or more`);
	}
	return value;
}

async function main(): Promise<void> {
	const { values } = parseArgs({
		options: {
			port: { type: 'string', default: '4010' },
			key: { type: 'string', default: knownKey },
			'token-delay': { type: 'string', default: '40' },
			latency: { type: 'string', default: '0' },
			help: { type: 'boolean', default: false },
		},
	});
	if (values.help) {
		process.stdout.write(help);
		return;
	}
	const sandbox = await startSandbox({
		port: numberOf('port', values.port),
		apiKey: values.key,
		settings: {
			tokenDelayMs: numberOf('token-delay', values['token-delay']),
			latencyMs: numberOf('latency', values.latency),
		},
	});
	const shownKey = values.key === knownKey ? knownKey : 'the one given';
	process.stdout.write(`OnDemand sandbox at ${sandbox.url}, API key: ${shownKey}\n`);
	for (const signal of ['SIGINT', 'SIGTERM'] as const) {
		process.once(signal, () => void sandbox.stop());
	}
}

main().catch((error: unknown) => {
	process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
	process.exitCode = 1;
});
