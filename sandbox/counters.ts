/** What the sandbox has seen and done since it started or was reset. */
export interface Counters {
	requests: { total: number; byOperation: Record<string, number> };
	answersByStatus: Record<string, number>;
	inFlight: number;
	peakInFlight: number;
	refusals: number;
	queriesAccepted: number;
	queriesCarriedOut: number;
	duplicates: number;
	sessionsCreated: number;
	uploads: number;
	bytesUploaded: number;
	keysSentToStorage: number;
	clientDisconnects: number;
	contractViolations: number;
}

function emptyCounters(): Counters {
	return {
		requests: { total: 0, byOperation: {} },
		answersByStatus: {},
		inFlight: 0,
		peakInFlight: 0,
		refusals: 0,
		queriesAccepted: 0,
		queriesCarriedOut: 0,
		duplicates: 0,
		sessionsCreated: 0,
		uploads: 0,
		bytesUploaded: 0,
		keysSentToStorage: 0,
		clientDisconnects: 0,
		contractViolations: 0,
	};
}

function addOne(table: Record<string, number>, name: string): void {
	table[name] = (table[name] ?? 0) + 1;
}

/** Keeps the counters. */
export class CounterBoard {
	readonly counts = emptyCounters();

	private carriedOut = new Set<string>();

	/** A copy that later requests do not change. */
	snapshot(): Counters {
		return structuredClone(this.counts);
	}

	/** Back to zero; requests still running keep counting as in flight. */
	clear(): void {
		const { inFlight } = this.counts;
		Object.assign(this.counts, emptyCounters(), { inFlight, peakInFlight: inFlight });
		this.carriedOut.clear();
	}

	/** A request has arrived. */
	begin(operation: string): void {
		this.counts.requests.total += 1;
		addOne(this.counts.requests.byOperation, operation);
		this.counts.inFlight += 1;
		this.counts.peakInFlight = Math.max(this.counts.peakInFlight, this.counts.inFlight);
	}

	/** A request is over. */
	end(): void {
		this.counts.inFlight -= 1;
	}

	/** An answer has gone out, or at least its status line. */
	answered(status: number): void {
		addOne(this.counts.answersByStatus, String(status));
		if (status === 429) this.counts.refusals += 1;
	}

	/** A query has been worked on; the same text in the same session again is a duplicate. */
	carryOut(sessionId: string, query: string): void {
		this.counts.queriesCarriedOut += 1;
		const work = `${sessionId} ${query}`;
		if (this.carriedOut.has(work)) this.counts.duplicates += 1;
		this.carriedOut.add(work);
	}
}
