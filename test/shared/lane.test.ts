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
