import { inTurn } from '../../nodes/shared/inTurn';

/** A task that ends when it is told to. */
function task(log: string[], name: string) {
	let end = () => {};
	const ended = new Promise<void>((resolve) => (end = resolve));
	const run = async () => {
		log.push(`${name} starts`);
		await ended;
		log.push(`${name} ends`);
		return name;
	};
	return { run, end };
}

describe('Tasks in turn', () => {
	it('of one key come one after the other, in order', async () => {
		const log: string[] = [];
		const [one, two] = [task(log, 'one'), task(log, 'two')];
		const both = [inTurn('key', one.run), inTurn('key', two.run)];
		two.end();
		one.end();
		expect(await Promise.all(both)).toEqual(['one', 'two']);
		expect(log).toEqual(['one starts', 'one ends', 'two starts', 'two ends']);
	});

	it('of different keys run side by side', async () => {
		const log: string[] = [];
		const [one, two] = [task(log, 'one'), task(log, 'two')];
		const both = [inTurn('a', one.run), inTurn('b', two.run)];
		two.end();
		await both[1];
		one.end();
		await both[0];
		expect(log).toEqual(['one starts', 'two starts', 'two ends', 'one ends']);
	});

	it('go on behind one that failed', async () => {
		const failed = inTurn('key', async () => await Promise.reject(new Error('no')));
		const next = inTurn('key', async () => 'next');
		await expect(failed).rejects.toThrow('no');
		expect(await next).toBe('next');
	});
});
