import { useSandbox } from './sandbox';
import { soak } from './soak';

const bench = useSandbox();

it('A soak in faults of every kind loses nothing, mixes nothing up and asks nothing twice', async () => {
	const { counters, ...tallies } = await soak(bench, {
		translations: 1000,
		answers: 100,
		share: 0.05,
	});
	for (const tally of Object.values(tallies)) {
		expect(tally).toMatchObject({ lost: 0, wrong: 0, unexplained: 0 });
	}
	expect(tallies.translations.failed).toBeLessThan(5);
	expect(counters.duplicates).toBe(0);
}, 120_000);
