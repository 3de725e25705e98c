/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- loaded into n8n's process, by the benchmarks alone */
import { writeFileSync } from 'node:fs';

/*
 * Loaded into n8n's process before n8n itself. It notes when the event loop stood still and for how long, and
 * writes this with the peak of memory to the file that BENCH_PROBE names when n8n ends.
 */

/** Milliseconds between two looks at the clock, and how much later than that counts as a stall. */
const LOOK = 5;
const STALL = 10;

const file = process.env.BENCH_PROBE;

// The processes that n8n starts get the same environment.
if (file && process.argv[1]?.endsWith('/n8n')) {
	const stalls: Array<{ at: number; milliseconds: number }> = [];
	let last = performance.now();
	const timer = setInterval(() => {
		const now = performance.now();
		const milliseconds = now - last - LOOK;
		if (milliseconds > STALL) stalls.push({ at: Date.now() - milliseconds, milliseconds });
		last = now;
	}, LOOK);
	timer.unref();
	process.on('exit', () => {
		// Kibibytes, as Node gives them on every system.
		const peakMemory = process.resourceUsage().maxRSS;
		writeFileSync(file, JSON.stringify({ peakMemory, stalls }));
	});
}
