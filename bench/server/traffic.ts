/** What arrived at the server in one piece of time. */
export interface Sample {
	/** Milliseconds since the recording began, at the start of the piece. */
	at: number;
	/** Requests under way at the same time, at most. */
	inFlight: number;
	accepted: number;
	refused: number;
}

/** What the server has seen since the recording began. */
export interface Traffic {
	accepted: number;
	refused: number;
	peakInFlight: number;
	samples: Sample[];
	/** Requests for a page of a list. */
	lists: number;
}

/** Milliseconds of one sample. */
const PIECE = 100;

/** Counts requests as they come and go. */
export class TrafficRecorder {
	private startedAt: number | undefined;

	private inFlight = 0;

	private readonly samples: Sample[] = [];

	private lists = 0;

	/** A translation is asked for. The recording begins with the first one. */
	arrived(): void {
		this.startedAt ??= Date.now();
		const sample = this.sample();
		this.inFlight += 1;
		sample.inFlight = Math.max(sample.inFlight, this.inFlight);
	}

	/** A translation has been answered. */
	answered(wasAccepted: boolean): void {
		const sample = this.sample();
		if (wasAccepted) sample.accepted += 1;
		else sample.refused += 1;
		this.inFlight -= 1;
	}

	/** A page of a list was asked for. */
	listed(): void {
		this.lists += 1;
	}

	/** What was seen until now. */
	seen(): Traffic {
		const sum = (count: (sample: Sample) => number) =>
			this.samples.reduce((total, sample) => total + count(sample), 0);
		return {
			accepted: sum(({ accepted }) => accepted),
			refused: sum(({ refused }) => refused),
			peakInFlight: Math.max(0, ...this.samples.map(({ inFlight }) => inFlight)),
			samples: this.samples,
			lists: this.lists,
		};
	}

	/** The current sample; pieces of time in which nothing happened are filled in. */
	private sample(): Sample {
		const piece = Math.floor((Date.now() - (this.startedAt ?? Date.now())) / PIECE);
		while (this.samples.length <= piece) {
			const at = this.samples.length * PIECE;
			this.samples.push({ at, inFlight: this.inFlight, accepted: 0, refused: 0 });
		}
		return this.samples[piece];
	}
}
