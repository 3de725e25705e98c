/** Requests in flight at the start, and at most. */
const START = 24;
const MOST = 512;

/** By how much each accepted request widens a window that is full: about half again in each round trip. */
const GROWTH = 0.5;

/**
 * How many requests may be in flight. It widens while the API answers well, and narrows when it is overloaded;
 * then the pace takes over, and the window only keeps a slow API from piling requests up.
 */
export class Window {
	private size: number;

	private inFlight = 0;

	constructor(start = START) {
		this.size = start;
	}

	isFull(): boolean {
		return this.inFlight >= Math.floor(this.size);
	}

	get used(): number {
		return this.inFlight;
	}

	opened(): void {
		this.inFlight += 1;
	}

	/** A request is over. `wasTaken` tells whether the API took it. */
	closed(wasTaken: boolean): void {
		const wasFull = this.isFull();
		this.inFlight -= 1;
		if (wasTaken && wasFull) this.size = Math.min(MOST, this.size + GROWTH);
	}
}
