/** Requests that may leave at once after a pause, as a share of what leaves in a second. */
const BURST_SECONDS = 0.1;

/** The first refusal comes when what the API had saved up is used: most of what it took until then was that. */
const FIRST_CUT = 0.5;

/** A pace that meets a refusal goes down by no less and no more than this. */
const LEAST_CUT = 0.95;
const GREATEST_CUT = 0.5;

/** How far a pace goes down when nothing is known of the rate that the API allows. */
const BLIND_CUT = 0.8;

/** Requests a second after the first refusal, at the least. */
const FIRST_GUESS = 10;

/** By how much a pace grows each second after a refusal, to find out when the API allows more. */
const GROWTH = 0.02;
const GREATEST_GROWTH = 0.5;

/** The growth doubles in so many seconds, but not in fewer accepted requests: the longer it goes well, the more. */
const SECONDS_TO_DOUBLE = 1;
const REQUESTS_TO_DOUBLE = 10;

/** Seconds after which what was accepted in them is a measure to trust, however far it is from the pace. */
const LONG_MEASURE = 3;

/** Pauses after a refusal that told no time, in milliseconds: doubled while nothing is accepted in between. */
const FIRST_PAUSE = 200;
const LONGEST_PAUSE = 15_000;

/** Requests a second, however much was refused: a probe now and then finds out when it is over. */
const SLOWEST = 1000 / LONGEST_PAUSE;

/**
 * How fast requests may leave. At first there is no limit. When the API refuses, what it took since the last
 * refusal tells the rate that it allows: from then on requests leave evenly at about that pace, which creeps up
 * until the next refusal. Only the answers tell the limit, for OnDemand sends no headers about it.
 */
export class Pace {
	/** Requests a second. */
	private perSecond = Infinity;

	/** How many requests may leave now. */
	private allowance = 1;

	private lastLook = 0;

	private blockedUntil = 0;

	private pause = FIRST_PAUSE;

	/** The requests accepted in the current second. */
	private second = { start: 0, accepted: 0 };

	/** Whether somebody has waited all the time since the last refusal: only then was the API's limit the brake. */
	private isMeasuring = false;

	private lastRefusal?: number;

	private acceptedSinceRefusal = 0;

	/** Milliseconds until the next request may leave; 0 when it may now. */
	wait(now: number): number {
		if (now < this.blockedUntil) return this.blockedUntil - now;
		if (this.perSecond === Infinity) return 0;
		const elapsed = Math.max(0, now - this.lastLook) / 1000;
		this.lastLook = now;
		this.perSecond *= 1 + this.growth(now) * elapsed;
		const most = Math.max(1, this.perSecond * BURST_SECONDS);
		this.allowance = Math.min(most, this.allowance + elapsed * this.perSecond);
		return this.allowance >= 1 ? 0 : Math.ceil(((1 - this.allowance) / this.perSecond) * 1000);
	}

	/** A request leaves. */
	left(): void {
		this.allowance -= 1;
	}

	/** The API took a request. */
	took(now: number): void {
		if (now - this.second.start > 1000) this.second = { start: now, accepted: 0 };
		this.second.accepted += 1;
		this.acceptedSinceRefusal += 1;
		this.pause = FIRST_PAUSE;
	}

	/**
	 * The API refused a request for the number of them.
	 *
	 * @param sentAt when it had left: what left before the last refusal tells nothing new
	 * @param retryAfter milliseconds that the API asks to wait
	 */
	refused(now: number, sentAt: number, retryAfter?: number): void {
		if (retryAfter !== undefined) this.restUntil(now + retryAfter);
		if (this.lastRefusal !== undefined && sentAt <= this.lastRefusal) return;
		if (retryAfter === undefined) this.restUntil(now + jittered(this.pause));
		this.pause = Math.min(LONGEST_PAUSE, 2 * this.pause);
		this.perSecond = Math.max(SLOWEST, this.slower(now));
		this.allowance = 0;
		this.lastLook = now;
		this.lastRefusal = now;
		this.acceptedSinceRefusal = 0;
		this.isMeasuring = true;
	}

	/** Nobody waits: what is accepted now tells what was asked for, not what the API allows. */
	starved(): void {
		this.isMeasuring = false;
	}

	/** The API cannot take requests for a moment; how many it takes then is another matter. */
	rest(now: number, milliseconds = jittered(FIRST_PAUSE)): void {
		this.restUntil(now + milliseconds);
	}

	private restUntil(time: number): void {
		this.blockedUntil = Math.max(this.blockedUntil, time);
	}

	private growth(now: number): number {
		const seconds = (now - (this.lastRefusal ?? now)) / 1000;
		const doublings = Math.min(
			seconds / SECONDS_TO_DOUBLE,
			this.acceptedSinceRefusal / REQUESTS_TO_DOUBLE,
		);
		return Math.min(GREATEST_GROWTH, GROWTH * 2 ** doublings);
	}

	private slower(now: number): number {
		if (this.perSecond === Infinity) {
			const { start, accepted } = this.second;
			const seconds = Math.max(1, now - start) / 1000;
			return Math.max(FIRST_GUESS, FIRST_CUT * (accepted / seconds));
		}
		// Refusals in a row say that the pauses are too short, and little about the pace after them.
		if (this.acceptedSinceRefusal === 0) return LEAST_CUT * this.perSecond;
		if (!this.isMeasuring) return BLIND_CUT * this.perSecond;
		const seconds = (now - (this.lastRefusal ?? now)) / 1000;
		const least = seconds > LONG_MEASURE ? 0 : GREATEST_CUT * this.perSecond;
		const seen = this.acceptedSinceRefusal / Math.max(seconds, 0.001);
		return Math.min(Math.max(seen, least), LEAST_CUT * this.perSecond);
	}
}

/** Jitter keeps several processes with one key from coming back at the same moment. */
function jittered(milliseconds: number): number {
	return milliseconds * (0.75 + Math.random() / 2);
}
