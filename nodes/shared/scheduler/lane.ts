import { sleep } from 'n8n-workflow';
import { OnDemandError } from '../errors';
import { Pace } from './pace';
import { Window } from './window';

/** Milliseconds after which those who wait look whether their execution was cancelled. */
const GLANCE = 200;

/** Who asks for a place. */
export interface Turn {
	/** What the request belongs to; those of one execution wait in one line. */
	execution: object;
	/** How many requests of the execution may be in flight here. */
	maxParallel: number;
	/** Ends with the execution. */
	signal?: AbortSignal;
}

/** What became of a request: the API took it, refused it for its number, is not available, or nobody knows. */
export type Outcome = 'taken' | 'refused' | 'unavailable' | 'unknown';

/** A place in which one request is sent. */
export interface Place {
	/** When the request left. */
	since: number;
	/** Tells the lane what became of the request, as soon as it is known. */
	report(outcome: Outcome, retryAfter?: number): void;
	/** Gives the place back, when the request with all of its answer is over. */
	leave(): void;
}

interface Line {
	waiting: Array<{ enter: (place: Place) => void; refuse: (error: OnDemandError) => void }>;
	inFlight: number;
	turn: Turn;
}

/**
 * Requests of one kind with one API key, on their way to OnDemand: as many at a time and as fast as it takes
 * them, the lines of the executions by turns.
 */
export class Lane {
	private readonly pace = new Pace();

	private readonly window: Window;

	private readonly lines = new Map<object, Line>();

	private isTicking = false;

	/** @param start requests in flight before anything is known of the API */
	constructor(start?: number) {
		this.window = new Window(start);
	}

	get isIdle(): boolean {
		return this.lines.size === 0;
	}

	/**
	 * Waits for the place of one request.
	 *
	 * @throws OnDemandError when the execution is cancelled
	 */
	async place(turn: Turn): Promise<Place> {
		const line = this.lines.get(turn.execution) ?? { waiting: [], inFlight: 0, turn };
		line.turn = turn;
		this.lines.set(turn.execution, line);
		const entered = new Promise<Place>((enter, refuse) => line.waiting.push({ enter, refuse }));
		this.letIn();
		return await entered;
	}

	/** Lets in whoever may enter now, and sees to it that the others are asked again. */
	private letIn(): void {
		this.dropCancelled();
		let wait = GLANCE;
		while (!this.window.isFull()) {
			const line = this.nextLine();
			if (!line) break;
			const now = Date.now();
			wait = Math.min(GLANCE, this.pace.wait(now));
			if (wait > 0) break;
			this.enter(line, now);
		}
		if (!this.hasWaiting()) this.pace.starved();
		else if (!this.isTicking) void this.tick(wait);
	}

	/** Asks again until nobody waits; no error can end it. */
	private async tick(wait: number): Promise<void> {
		this.isTicking = true;
		await sleep(Math.max(1, wait));
		this.isTicking = false;
		this.letIn();
	}

	/** The line that has waited for its turn the longest and may have another request in flight. */
	private nextLine(): Line | undefined {
		for (const line of this.lines.values()) {
			if (line.waiting.length > 0 && line.inFlight < line.turn.maxParallel) return line;
		}
		return undefined;
	}

	private enter(line: Line, now: number): void {
		this.lines.delete(line.turn.execution);
		this.lines.set(line.turn.execution, line);
		line.inFlight += 1;
		this.window.opened();
		this.pace.left();
		line.waiting.shift()?.enter(this.placeIn(line, now));
	}

	private placeIn(line: Line, since: number): Place {
		let wasTaken = false;
		return {
			since,
			report: (outcome, retryAfter) => {
				wasTaken = outcome === 'taken';
				if (outcome === 'taken') this.pace.took(Date.now());
				if (outcome === 'refused') this.pace.refused(Date.now(), since, retryAfter);
				if (outcome === 'unavailable') this.pace.rest(Date.now(), retryAfter);
			},
			leave: () => {
				line.inFlight -= 1;
				this.window.closed(wasTaken);
				this.forget(line);
				this.letIn();
			},
		};
	}

	private dropCancelled(): void {
		for (const line of this.lines.values()) {
			if (!line.turn.signal?.aborted) continue;
			for (const { refuse } of line.waiting.splice(0)) {
				refuse(new OnDemandError('The execution was cancelled'));
			}
			this.forget(line);
		}
	}

	private forget({ waiting, inFlight, turn }: Line): void {
		if (waiting.length === 0 && inFlight === 0) this.lines.delete(turn.execution);
	}

	private hasWaiting(): boolean {
		return [...this.lines.values()].some(({ waiting }) => waiting.length > 0);
	}
}
