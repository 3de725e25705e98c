import { LimitList } from '../../sandbox/limits';
import type { Conditions } from './conditions';
import { TrafficRecorder } from './traffic';

/** The family of the one limit that there may be. */
const FAMILY = 'services';

/** One run of a contestant: its conditions and what is seen of it. */
export class Run {
	readonly traffic = new TrafficRecorder();

	private readonly limits = new LimitList();

	constructor(readonly conditions: Conditions) {
		const { limit } = conditions;
		if (limit) this.limits.set({ family: FAMILY, ...limit });
	}

	/** Whether the limit lets one more request in. */
	letsIn(): boolean {
		return this.limits.take([FAMILY]) === undefined;
	}
}
