import type { OnDemandAccount } from '../credential';
import { Lane } from './lane';

export type { Outcome, Place, Turn } from './lane';

/** Milliseconds for which an account that sends nothing is remembered. */
const MEMORY = 5 * 60 * 1000;

/** Uploads in flight at the start: a refused upload has sent its whole file for nothing. */
const UPLOADS_AT_START = 2;

/** Who may send when with one API key: shared by all nodes, items and executions of the process. */
export class Scheduler {
	/** Whether OnDemand has accepted the key before: then a denial may be a gateway's mistake. */
	isKeyAccepted = false;

	lastUse = Date.now();

	private readonly lanes = new Map<string, Lane>();

	/**
	 * The lane for requests of a kind. Kinds do not wait for each other, so that a chat reply passes a batch of
	 * translations.
	 *
	 * @param kind for example `POST chat`
	 */
	lane(kind: string): Lane {
		const lane = this.lanes.get(kind) ?? new Lane(kind === 'upload' ? UPLOADS_AT_START : undefined);
		this.lanes.set(kind, lane);
		return lane;
	}

	get isIdle(): boolean {
		return [...this.lanes.values()].every((lane) => lane.isIdle);
	}
}

/** One for each API key in use, under a hash of the key. */
const schedulers = new Map<string, Scheduler>();

/** The account that an execution has used last, so that not each of its requests is hashed; it ends with the signal. */
const lastUsed = new WeakMap<AbortSignal, { account: OnDemandAccount; scheduler: Scheduler }>();

/**
 * The scheduler of an account.
 *
 * @param signal the execution's
 */
export async function schedulerFor(
	account: OnDemandAccount,
	signal?: AbortSignal,
): Promise<Scheduler> {
	const last = signal && lastUsed.get(signal);
	const isSame =
		last?.account.apiKey === account.apiKey && last.account.baseUrl === account.baseUrl;
	const scheduler = isSame ? last.scheduler : await found(account);
	scheduler.lastUse = Date.now();
	if (signal) lastUsed.set(signal, { account, scheduler });
	return scheduler;
}

async function found({ baseUrl, apiKey }: OnDemandAccount): Promise<Scheduler> {
	const id = await hashed(`${baseUrl} ${apiKey}`);
	forgetIdle();
	const scheduler = schedulers.get(id) ?? new Scheduler();
	schedulers.set(id, scheduler);
	return scheduler;
}

function forgetIdle(): void {
	for (const [id, { isIdle, lastUse }] of schedulers) {
		if (isIdle && Date.now() - lastUse > MEMORY) schedulers.delete(id);
	}
}

/** A key never stands in clear where a memory dump would show which accounts are in use. */
async function hashed(text: string): Promise<string> {
	const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
	return Buffer.from(digest).toString('base64');
}
