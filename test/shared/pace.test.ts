import { Pace } from '../../nodes/shared/scheduler/pace';
import { Window } from '../../nodes/shared/scheduler/window';

interface Limit {
	/** Requests that may come at once. */
	capacity: number;
	/** Requests a second, which may change with the time in seconds. */
	perSecond: (second: number) => number;
}

interface Work {
	requests: number;
	limit?: Limit;
	/** Processes that share the key, each with an even part of the requests. */
	processes?: number;
	latency?: number;
	windowAtStart?: number;
}

/** Sends requests to an API with a token bucket, in a time of its own: nothing is waited for. */
class Simulation {
	private now = 0;

	private readonly events: Array<{ at: number; happen: () => void }> = [];

	private tokens = 0;

	private lastRefill = 0;

	private done = 0;

	refusals = 0;

	constructor(private readonly work: Work) {
		this.tokens = work.limit?.capacity ?? Infinity;
		const { requests, processes = 1 } = work;
		for (let process = 0; process < processes; process += 1) this.start(requests / processes);
		while (this.done < requests) this.step();
	}

	get seconds(): number {
		return this.now / 1000;
	}

	private start(requests: number): void {
		const pace = new Pace();
		const window = new Window(this.work.windowAtStart);
		const { latency = 100 } = this.work;
		let left = requests;
		let wakesAt = -1;
		const letIn = () => {
			while (left > 0 && !window.isFull()) {
				const wait = pace.wait(this.now);
				if (wait > 0) {
					if (wakesAt > this.now) return;
					wakesAt = this.now + wait;
					this.later(wait, letIn);
					return;
				}
				left -= 1;
				window.opened();
				pace.left();
				const sentAt = this.now;
				this.later(latency / 2, () => {
					const isTaken = this.takeToken();
					this.later(latency / 2, () => over(isTaken, sentAt));
				});
			}
			if (left === 0) pace.starved();
		};
		const over = (isTaken: boolean, sentAt: number) => {
			if (isTaken) {
				pace.took(this.now);
				this.done += 1;
			} else {
				pace.refused(this.now, sentAt);
				this.refusals += 1;
				left += 1;
			}
			window.closed(isTaken);
			letIn();
		};
		letIn();
	}

	private later(milliseconds: number, happen: () => void): void {
		this.events.push({ at: this.now + milliseconds, happen });
	}

	private step(): void {
		const next = this.events.reduce((first, event) => (event.at < first.at ? event : first));
		this.events.splice(this.events.indexOf(next), 1);
		this.now = next.at;
		next.happen();
	}

	private takeToken(): boolean {
		const { limit } = this.work;
		if (!limit) return true;
		const refill = ((this.now - this.lastRefill) / 1000) * limit.perSecond(this.now / 1000);
		this.lastRefill = this.now;
		this.tokens = Math.min(limit.capacity, this.tokens + refill);
		if (this.tokens < 1) return false;
		this.tokens -= 1;
		return true;
	}
}

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
