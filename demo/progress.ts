/* eslint-disable @n8n/community-nodes/no-restricted-globals -- the demo runs on Node itself, never inside n8n */
const FRAMES = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'];
const FRAME_MS = 100;
const REMINDER_MS = 10_000;
const MOMENT_MS = 1000;

/** Prints a line. */
export function say(line = ''): void {
	process.stdout.write(`${line}\n`);
}

/** A time in words, for example `0.8 s` or `2 min 05 s`. */
export function spoken(milliseconds: number): string {
	if (milliseconds < 59_950) return `${(milliseconds / 1000).toFixed(1)} s`;
	const seconds = Math.round(milliseconds / 1000);
	return `${Math.floor(seconds / 60)} min ${String(seconds % 60).padStart(2, '0')} s`;
}

/** What a step may tell while it works. */
export interface Step {
	/** Says what is being done now, in place of the step's title. */
	now(text: string): void;
	/** Shows what changes quickly; on a terminal only. */
	live(text: string): void;
	/** Adds a remark to the line that stays when the step is done. */
	note(text: string): void;
}

/**
 * Does a piece of work under a visible title with the time it takes: a moving sign on a terminal; else a
 * line when it takes longer than a moment, one every ten seconds, and one at the end.
 */
export async function step<Result>(
	title: string,
	work: (step: Step) => Promise<Result>,
): Promise<Result> {
	const began = Date.now();
	const elapsed = () => spoken(Date.now() - began);
	const ticker = process.stdout.isTTY ? spinner(elapsed) : reminder(elapsed);
	const notes: string[] = [];
	let sign = '✘';
	ticker.now(title);
	try {
		const { now, live } = ticker;
		const result = await work({ now, live, note: (text) => notes.push(text) });
		sign = '✔';
		return result;
	} finally {
		ticker.end();
		say(`${sign} ${[title, ...notes].join(' · ')}  (${elapsed()})`);
	}
}

interface Ticker extends Pick<Step, 'now' | 'live'> {
	end(): void;
}

function spinner(elapsed: () => string): Ticker {
	let shown = '';
	let frame = 0;
	const draw = () => {
		frame = (frame + 1) % FRAMES.length;
		const line = `${FRAMES[frame]} ${shown}  ${elapsed()}`;
		// A line that wraps could not be overwritten.
		process.stdout.write(`\r\u001b[2K${line.slice(0, Math.max(20, process.stdout.columns - 1))}`);
	};
	const timer = setInterval(draw, FRAME_MS);
	const now = (text: string) => {
		shown = text;
		draw();
	};
	return {
		now,
		live: now,
		end: () => {
			clearInterval(timer);
			process.stdout.write('\r\u001b[2K');
		},
	};
}

function reminder(elapsed: () => string): Ticker {
	let shown = '';
	let first: NodeJS.Timeout | undefined;
	const timer = setInterval(() => say(`… ${shown}, ${elapsed()} so far`), REMINDER_MS);
	return {
		now: (text) => {
			shown = text;
			clearTimeout(first);
			first = setTimeout(() => say(`… ${text}`), MOMENT_MS);
		},
		live: () => undefined,
		end: () => {
			clearTimeout(first);
			clearInterval(timer);
		},
	};
}
