import { step } from '../progress';
import { brokenOff, printCounters, printJob, printVerdict } from '../report';
import type { JobResult } from '../report';
import { batch } from './batch';
import { chat } from './chat';
import type { Job, JobContext } from './job';
import { voice } from './voice';

/** What is done with the examples, in this order. */
export const jobs: Job[] = [chat, batch, voice];

/** Runs all jobs and prints the report. Gives whether every job passed. */
export async function runJobs(
	context: Omit<JobContext, 'step'>,
	signal: AbortSignal,
): Promise<boolean> {
	const results: JobResult[] = [];
	for (const { name, run } of jobs) {
		const began = Date.now();
		const findings = await step(`Running "${name}"`, async (progress) => {
			return await run({ ...context, step: progress });
		}).catch(brokenOff);
		signal.throwIfAborted();
		results.push({ name, ...findings, milliseconds: Date.now() - began });
	}
	results.forEach(printJob);
	if (context.api.counters) printCounters(context.api.counters());
	return printVerdict(results);
}
