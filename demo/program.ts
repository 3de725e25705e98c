/* eslint-disable @n8n/community-nodes/no-restricted-globals -- the demo runs on Node itself, never inside n8n */
import { whenNpmEnds } from './parents';
import { say } from './progress';

/** What has to be ended, the last one first. */
export type Closers = Array<() => Promise<void>>;

/** Ctrl-C, or the end of the npm that started the program. */
class Interrupted extends Error {}

/**
 * Runs a program that starts others. However it ends, it ends what it has started; its exit code is 0 when it is
 * content, 130 when it was interrupted, else 1.
 *
 * @param work gives whether it is content; the signal ends it, and it puts what has to be ended among the closers
 */
export async function runProgram(
	work: (signal: AbortSignal, closers: Closers) => Promise<boolean>,
): Promise<void> {
	const controller = new AbortController();
	const { signal } = controller;
	for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
		process.on(name, () => controller.abort(new Interrupted(name)));
	}
	await whenNpmEnds(() => controller.abort(new Interrupted('npm')));
	const closers: Closers = [];
	try {
		process.exitCode = (await work(signal, closers)) ? 0 : 1;
	} catch (error) {
		process.exitCode = signal.aborted ? 130 : 1;
		const reason = error instanceof Error ? error.message : String(error);
		if (!signal.aborted) process.stderr.write(`\n${reason}\n`);
	} finally {
		if (signal.aborted) say('\nEnding …');
		for (const close of closers.reverse()) await close();
		if (signal.aborted) say('Everything is ended.');
	}
}
