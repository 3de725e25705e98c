/** Items under way at the start, at least and at most; the most is more than may be in flight, so that somebody waits. */
const START = 24;
const LEAST = 8;
const MOST = 600;

/** Milliseconds of a turn of n8n's event loop in which others hardly feel the items, and in which they do. */
const SHORT_TURN = 5;
const LONG_TURN = 10;

const GROWTH = 1.5;
const SHRINKAGE = 0.7;

/**
 * How many items of a node are under way. A fast API lets the answers of all of them come at once, and everything
 * else that n8n does waits behind them: then the crowd shrinks. A slow API takes n8n no time, and it grows.
 */
export class Crowd {
	private size = START;

	private underWay = 0;

	private oneLeft = () => {};

	get isFull(): boolean {
		return this.underWay >= this.size;
	}

	get isEmpty(): boolean {
		return this.underWay === 0;
	}

	entered(): void {
		this.underWay += 1;
	}

	left(): void {
		this.underWay -= 1;
		this.oneLeft();
	}

	/** Waits until an item has left. */
	async oneLess(): Promise<void> {
		await new Promise<void>((resolve) => {
			this.oneLeft = resolve;
		});
	}

	/** Tells how long a turn of the event loop took, in milliseconds. */
	felt(turn: number): void {
		if (turn > LONG_TURN) this.size = Math.max(LEAST, Math.floor(this.size * SHRINKAGE));
		else if (turn < SHORT_TURN) this.size = Math.min(MOST, Math.ceil(this.size * GROWTH));
	}
}
