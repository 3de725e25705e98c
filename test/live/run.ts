/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- tests run in Node, never inside n8n */
import './codexLast';
import { parseArgs } from 'node:util';
import { whenNpmEnds } from '../../demo/parents';
import { say, spoken } from '../../demo/progress';
import { accountOfEnvironment } from '../../tools/account';
import { printTable } from '../e2e/findings';
import type { Finding } from '../e2e/findings';
import { runLive } from './live';

const help = `Calls every operation of every node once, through n8n's own engine and against the real API, and deletes
what that has made. It costs a few calls. Needs ONDEMAND_API_KEY; without it, nothing is called.
ONDEMAND_BASE_URL changes the address, for example to that of a sandbox.

  --help  this text

Exit code 0 when nothing failed or no key is set, else 1. Services to which the account is not subscribed are skipped.
`;

const SIGNS = { passed: '✔', failed: '✘', skipped: '–' };

function tell({ layer, what, milliseconds, verdict, reasons }: Finding): void {
	say(`${SIGNS[verdict]} ${layer}: ${what}  (${spoken(milliseconds)})`);
	for (const reason of reasons) say(`    ${reason}`);
}

async function main(): Promise<boolean> {
	const { values } = parseArgs({ options: { help: { type: 'boolean', default: false } } });
	if (values.help) {
		process.stdout.write(help);
		return true;
	}
	const account = accountOfEnvironment();
	if (!account) {
		say('Nothing was called: set ONDEMAND_API_KEY to test against the API of OnDemand.');
		return true;
	}
	const controller = new AbortController();
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
		process.on(signal, () => controller.abort());
	}
	await whenNpmEnds(() => controller.abort());
	say(`Every operation once, at ${account.baseUrl}`);
	say();
	return printTable(await runLive(account, tell, controller.signal));
}

main()
	.then((hasPassed) => process.exit(hasPassed ? 0 : 1))
	.catch((error: unknown) => {
		process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
		process.exit(1);
	});
