import { Pace } from '../../nodes/shared/scheduler/pace';
import { Simulation } from './simulation';
import type { Limit, Work } from './simulation';

function median(values: number[]): number {
	return values.sort((one, other) => one - other)[Math.floor(values.length / 2)];
}

const hundredASecond: Limit = { capacity: 100, perSecond: () => 100 };

describe('The pace of requests', () => {
	it.each([
		['100 a second', { requests: 1000, limit: hundredASecond }, 9],
		['100 a second, for long', { requests: 3000, limit: hundredASecond }, 29],
		['20 a second', { requests: 1500, limit: { capacity: 20, perSecond: () => 20 } }, 74],
		[
			'100 a second that become 50',
			{ requests: 2000, limit: { capacity: 100, perSecond: (s: number) => (s < 8 ? 100 : 50) } },
			30,
		],
		[
			'100 a second that become 200',
			{ requests: 2000, limit: { capacity: 100, perSecond: (s: number) => (s < 8 ? 100 : 200) } },
			13.5,
		],
		[
			'100 a second, shared by two processes',
			{ requests: 2000, limit: hundredASecond, processes: 2 },
			19,
		],
		[
			'100 a second, shared by two processes that carry out ten executions each',
			{ requests: 2000, limit: hundredASecond, processes: 2, executions: 10 },
			19,
		],
	])('finds out a limit of %s: near the ideal time, with few refusals', (_, work: Work, ideal) => {
		const runs = Array.from({ length: 41 }, () => new Simulation(work));
		expect(median(runs.map(({ seconds }) => seconds)) / ideal).toBeLessThan(1.15);
		expect(median(runs.map(({ refusals }) => refusals / (work.requests + refusals)))).toBeLessThan(
			0.1,
		);
	});

	it('outlasts a quota of 5 uploads a minute', () => {
		const limit = { capacity: 5, perSecond: () => 5 / 60 };
		const { seconds } = new Simulation({ requests: 20, limit, windowAtStart: 2 });
		expect(seconds / 180).toBeLessThan(1.15);
	});

	it('is that of sending everything at once where there is no limit, but for the first round trips', () => {
		expect(new Simulation({ requests: 1000 }).seconds).toBeLessThan(1);
	});

	it('obeys the time that a refusal tells', () => {
		const pace = new Pace();
		pace.refused(1000, 900, 7000);
		expect(pace.wait(1000)).toBe(7000);
		expect(pace.wait(8000)).toBeLessThan(200);
	});

	it('is not slowed down for good by many refusals in a row', () => {
		const pace = new Pace();
		let now = 0;
		for (let refusals = 0; refusals < 200; refusals += 1) {
			now += Math.max(1, pace.wait(now));
			pace.refused(now, now);
		}
		expect(pace.wait(now)).toBeLessThanOrEqual(20_000);
	});
});
