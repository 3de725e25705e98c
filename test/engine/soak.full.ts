/* eslint-disable @n8n/community-nodes/no-restricted-globals -- tests run in Node, never inside n8n */
import { useSandbox } from './sandbox';
import { soak } from './soak';

const bench = useSandbox();

/** Bytes in use once everything that can be forgotten is forgotten. */
function heapInUse(): number {
	global.gc?.();
	return process.memoryUsage().heapUsed;
}

it('A long soak in faults of every kind', async () => {
	const share = 0.05;
	await soak(bench, { translations: 500, answers: 50, share });
	await bench.sandbox.reset();
	const before = heapInUse();
	const { counters, ...tallies } = await soak(bench, {
		translations: 10_000,
		answers: 1000,
		share,
	});
	await bench.sandbox.reset();
	const growth = (heapInUse() - before) / 2 ** 20;
	process.stdout.write(`${JSON.stringify({ ...tallies, counters }, undefined, '\t')}\n`);
	process.stdout.write(`The heap grew by ${growth.toFixed(1)} MiB.\n`);
	for (const tally of Object.values(tallies)) {
		expect(tally).toMatchObject({ lost: 0, wrong: 0, unexplained: 0 });
	}
	expect(counters.duplicates).toBe(0);
	expect(growth).toBeLessThan(20);
}, 1_800_000);
