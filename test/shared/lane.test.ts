import { sleep } from 'n8n-workflow';
import { Lane } from '../../nodes/shared/scheduler/lane';
import type { Place } from '../../nodes/shared/scheduler/lane';

const execution = (maxParallel = Infinity, signal?: AbortSignal) => ({
	execution: {},
	maxParallel,
	signal,
});

/** Asks for places, and tells in which order they were given. */
function asker(lane: Lane, log: string[]) {
	return async (name: string, turn: ReturnType<typeof execution>): Promise<Place> => {
		const place = await lane.place(turn);
		log.push(name);
		return place;
	};
}

describe('A lane', () => {
	it('lets executions in by turns, so that a batch does not hold up a reply', async () => {
		const log: string[] = [];
		const ask = asker(new Lane(1), log);
		const [batch, reply] = [execution(), execution()];
		const first = await ask('batch 1', batch);
		const others = [ask('batch 2', batch), ask('batch 3', batch), ask('reply', reply)];
		first.leave();
		const second = await Promise.race(others);
		second.leave();
		(await Promise.race([others[2], others[0]])).leave();
		for (const place of others) (await place).leave();
		expect(log.indexOf('reply')).toBeLessThan(log.indexOf('batch 3'));
	});

	it('lets no more in than the execution allows itself', async () => {
		const log: string[] = [];
		const ask = asker(new Lane(), log);
		const turn = execution(2);
		const places = [ask('one', turn), ask('two', turn), ask('three', turn)];
		await places[1];
		expect(log).toEqual(['one', 'two']);
		(await places[0]).leave();
		await places[2];
		expect(log).toEqual(['one', 'two', 'three']);
	});

	it('sends those away whose execution is cancelled', async () => {
		const lane = new Lane(1);
		const stop = new AbortController();
		const turn = execution(Infinity, stop.signal);
		const first = await lane.place(turn);
		const second = lane.place(turn);
		stop.abort();
		await expect(second).rejects.toThrow('The execution was cancelled');
		first.leave();
		expect(lane.isIdle).toBe(true);
	});
});

/** An API that takes 100 requests a second, 100 at once after a pause, and answers after 100 ms. */
class HundredASecond {
	private tokens = 100;

	private lastRefill = Date.now();

	refusals = 0;

	isTaken(): boolean {
		this.tokens = Math.min(100, this.tokens + (Date.now() - this.lastRefill) / 10);
		this.lastRefill = Date.now();
		if (this.tokens < 1) {
			this.refusals += 1;
			return false;
		}
		this.tokens -= 1;
		return true;
	}
}

describe('Two executions with one key', () => {
	beforeEach(() => jest.useFakeTimers({ now: 0 }));
	afterEach(() => jest.useRealTimers());

	/** Sends a request through the lane until the API takes it. */
	async function sent(
		lane: Lane,
		api: HundredASecond,
		turn: ReturnType<typeof execution>,
	): Promise<void> {
		for (;;) {
			const place = await lane.place(turn);
			await sleep(100);
			const isTaken = api.isTaken();
			place.report(isTaken ? 'taken' : 'refused');
			place.leave();
			if (isTaken) return;
		}
	}

	it('together keep to a limit, and are done at about the same time', async () => {
		const [lane, api] = [new Lane(), new HundredASecond()];
		const ends: number[] = [];
		for (const turn of [execution(), execution()]) {
			const requests = Array.from({ length: 1000 }, async () => await sent(lane, api, turn));
			void Promise.all(requests).then(() => ends.push(Date.now() / 1000));
		}
		while (ends.length < 2) await jest.advanceTimersByTimeAsync(1000);
		const ideal = (2000 - 100) / 100;
		expect(ends[1] / ideal).toBeLessThan(1.15);
		expect(ends[0] / ends[1]).toBeGreaterThan(0.9);
		expect(api.refusals / (2000 + api.refusals)).toBeLessThan(0.1);
	});
});
