/* eslint-disable @n8n/community-nodes/no-restricted-imports -- tests run in Node, never inside n8n */
import { PassThrough } from 'node:stream';
import { whileAlive } from '../../nodes/shared/patience';

describe('A stream', () => {
	it('gives its chunks until its end', async () => {
		const stream = new PassThrough();
		stream.write('one');
		stream.end('two');
		const chunks = [];
		for await (const chunk of whileAlive(stream, 5)) chunks.push(String(chunk));
		expect(chunks.join('')).toBe('onetwo');
	});

	it('that falls silent is closed', async () => {
		const stream = new PassThrough();
		stream.write('one');
		const read = async () => {
			for await (const chunk of whileAlive(stream, 1)) expect(String(chunk)).toBe('one');
		};
		await expect(read()).rejects.toThrow('OnDemand sent nothing for 1 seconds');
		expect(stream.destroyed).toBe(true);
	});

	it('is closed when nobody reads on', async () => {
		const stream = new PassThrough();
		stream.write('one');
		for await (const chunk of whileAlive(stream, 5)) {
			expect(String(chunk)).toBe('one');
			break;
		}
		expect(stream.destroyed).toBe(true);
	});

	it('that breaks ends with what broke it', async () => {
		const stream = new PassThrough();
		const read = async () => {
			for await (const chunk of whileAlive(stream, 5)) expect(chunk).toBeUndefined();
		};
		const reading = read();
		stream.destroy(new Error('broken'));
		await expect(reading).rejects.toThrow('broken');
	});
});
