/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- tests run in Node, never inside n8n */
import { PassThrough } from 'node:stream';
import type { Readable } from 'node:stream';
import { endWhenSilent } from '../../nodes/shared/patience';
import type { Patience } from '../../nodes/shared/patience';

function lookAfter(stream: Readable, patience: Partial<Patience>): void {
	endWhenSilent(stream, new AbortController(), {
		idleSeconds: 60,
		deadline: Infinity,
		...patience,
	});
}

async function textOf(stream: PassThrough): Promise<string> {
	const chunks: string[] = [];
	for await (const chunk of stream) chunks.push(String(chunk));
	return chunks.join('');
}

describe('A stream that is looked after', () => {
	it('gives all of its chunks, also those that came before it was read', async () => {
		const stream = new PassThrough();
		stream.write('one');
		lookAfter(stream, { idleSeconds: 5 });
		stream.end('two');
		expect(await textOf(stream)).toBe('onetwo');
	});

	it('ends when it falls silent', async () => {
		const stream = new PassThrough();
		lookAfter(stream, { idleSeconds: 1 });
		stream.write('one');
		await expect(textOf(stream)).rejects.toThrow('OnDemand sent nothing for 1 seconds');
		expect(stream.destroyed).toBe(true);
	});

	it('ends when its time is up, however much comes', async () => {
		const stream = new PassThrough();
		lookAfter(stream, { deadline: Date.now() + 50 });
		const writing = setInterval(() => stream.write('more'), 10);
		stream.once('close', () => clearInterval(writing));
		await expect(textOf(stream)).rejects.toThrow('OnDemand did not answer in time');
	});

	it('is not ended when it is the reader who takes long', async () => {
		const stream = new PassThrough();
		lookAfter(stream, { idleSeconds: 1 });
		stream.end('one');
		await new Promise((resolve) => setTimeout(resolve, 1500));
		expect(await textOf(stream)).toBe('one');
	});

	it('that breaks gives what broke it', async () => {
		const stream = new PassThrough();
		lookAfter(stream, { idleSeconds: 5 });
		const reading = textOf(stream);
		stream.destroy(new Error('broken'));
		await expect(reading).rejects.toThrow('broken');
	});
});
