import type { OnDemandAccount } from '../credential';
import { Lane } from './lane';

export type { Outcome, Place, Turn } from './lane';

/** Milliseconds for which an account that sends nothing is remembered. */
const MEMORY = 5 * 60 * 1000;

/** Uploads in flight at the start: a refused upload has sent its whole file for nothing. */
const UPLOADS_AT_START = 2;

interface Account {
	lanes: Map<string, Lane>;
	lastUse: number;
}

/** One entry for each API key in use, under a hash of the key. */
const accounts = new Map<string, Account>();

/**
 * The lane for requests of a kind with an account's key: shared by all nodes, items and executions of the
 * process. Kinds do not wait for each other, so that a chat reply passes a batch of translations.
 *
 * @param kind for example `POST chat`
 */
export async function laneFor(account: OnDemandAccount, kind: string): Promise<Lane> {
	const now = Date.now();
	const id = await hashed(`${account.baseUrl} ${account.apiKey}`);
	forgetIdle(now);
	const { lanes } = used(id, now);
	const lane = lanes.get(kind) ?? new Lane(kind === 'upload' ? UPLOADS_AT_START : undefined);
	lanes.set(kind, lane);
	return lane;
}

function used(id: string, now: number): Account {
	const account = accounts.get(id) ?? { lanes: new Map<string, Lane>(), lastUse: now };
	account.lastUse = now;
	accounts.set(id, account);
	return account;
}

function forgetIdle(now: number): void {
	for (const [id, { lanes, lastUse }] of accounts) {
		const isIdle = [...lanes.values()].every((lane) => lane.isIdle);
		if (isIdle && now - lastUse > MEMORY) accounts.delete(id);
	}
}

/** A key never stands in clear where a memory dump would show which accounts are in use. */
async function hashed(text: string): Promise<string> {
	const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
	return Buffer.from(digest).toString('base64');
}
