import { Pace } from '../../nodes/shared/scheduler/pace';
import { Window } from '../../nodes/shared/scheduler/window';

/** What the API lets in: a bucket of requests that fills up again. */
export interface Limit {
	/** Requests that may come at once. */
	capacity: number;
	/** Requests a second, which may change with the time in seconds. */
	perSecond: (second: number) => number;
}

/** What is to be sent, and under which conditions. */
export interface Work {
	requests: number;
	limit?: Limit;
	/** Processes that share the key, each with an even part of the requests. */
	processes?: number;
	/** Executions that each process carries out one after the other, each with an even part of its requests. */
	executions?: number;
	/** Milliseconds from a request to its answer, in which it reaches the API after half of the time. */
	latency?: number;
	windowAtStart?: number;
}

/** What happened in a piece of time. */
export interface Sample {
	/** The start of the piece, in seconds. */
	second: number;
	/** Requests under way at the same time, at most. */
	inFlight: number;
	accepted: number;
	refused: number;
}

/** Milliseconds from the end of an execution to the first request of the next one. */
const BETWEEN_EXECUTIONS = 300;

/** Milliseconds of a sample. */
const PIECE = 100;

/** Sends requests to an API with a token bucket, in a time of its own: nothing is waited for. */
export class Simulation {
	refusals = 0;

	/** What happened over time; pieces of time in which nothing happened are there too. */
	readonly samples: Sample[] = [];

	private now = 0;

	private readonly events: Array<{ at: number; happen: () => void }> = [];

	private tokens = 0;

	private lastRefill = 0;

	private inFlight = 0;

	private done = 0;

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
		const { latency = 100, executions = 1 } = this.work;
		let left = requests / executions;
		let undone = left;
		let executionsLeft = executions - 1;
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
				this.left();
				const sentAt = this.now;
				this.later(latency / 2, () => {
					const isTaken = this.takeToken();
					this.later(latency / 2, () => over(isTaken, sentAt));
				});
			}
			if (left === 0) pace.starved();
		};
		const nextExecution = () => {
			executionsLeft -= 1;
			left = undone = requests / executions;
			letIn();
		};
		const over = (isTaken: boolean, sentAt: number) => {
			this.answered(isTaken);
			if (isTaken) {
				pace.took(this.now);
				undone -= 1;
				if (undone === 0 && executionsLeft > 0) this.later(BETWEEN_EXECUTIONS, nextExecution);
			} else {
				pace.refused(this.now, sentAt);
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

	private left(): void {
		const sample = this.sample();
		this.inFlight += 1;
		sample.inFlight = Math.max(sample.inFlight, this.inFlight);
	}

	private answered(isTaken: boolean): void {
		const sample = this.sample();
		this.inFlight -= 1;
		if (isTaken) {
			sample.accepted += 1;
			this.done += 1;
		} else {
			sample.refused += 1;
			this.refusals += 1;
		}
	}

	/** The sample of this moment. */
	private sample(): Sample {
		const { length } = this.samples;
		const piece = Math.floor(this.now / PIECE);
		for (let next = length; next <= piece; next += 1) {
			const second = (next * PIECE) / 1000;
			this.samples.push({ second, inFlight: this.inFlight, accepted: 0, refused: 0 });
		}
		return this.samples[piece];
	}
}
