/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- tools run on Node itself, never inside n8n */
import { parseArgs } from 'node:util';
import { say } from '../../demo/progress';
import { accountOfEnvironment } from '../account';
import { check } from './check';
import { acceptDifferences, knownDifferences, newsIn } from './known';

const help = `Compares sandbox/ondemand.openapi.yaml with the reference that OnDemand serves, and prints what differs:
operations, parameters, fields of bodies and answers, what is required, and the values that are allowed.
Needs ONDEMAND_API_KEY; without it, nothing is compared. ONDEMAND_BASE_URL changes the address.

  --accept  take everything that differs now for known (tools/contract/known.txt)
  --help    this text

Exit code 0 when nothing has changed or no key is set, 1 when something has, 2 when the reference could not be read.
`;

async function main(): Promise<number> {
	const { values } = parseArgs({
		options: {
			accept: { type: 'boolean', default: false },
			help: { type: 'boolean', default: false },
		},
	});
	if (values.help) {
		process.stdout.write(help);
		return 0;
	}
	const account = accountOfEnvironment();
	if (!account) {
		say('Nothing was compared: set ONDEMAND_API_KEY to compare with the API that OnDemand serves.');
		return 0;
	}
	const { operations, lines } = await check(account);
	if (values.accept) await acceptDifferences(lines);
	const news = newsIn(lines, await knownDifferences());
	news.forEach(say);
	const verdict = news.length === 0 ? 'nothing has changed' : `${news.length} changes`;
	say(`${operations} operations compared: ${verdict}`);
	return news.length === 0 ? 0 : 1;
}

main()
	.then((code) => {
		process.exitCode = code;
	})
	.catch((error: unknown) => {
		process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
		process.exitCode = 2;
	});
