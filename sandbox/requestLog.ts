import type { JsonObject } from './narrow';

export type KeyState = 'missing' | 'empty' | 'wrong' | 'right';

/** A request as it was received. The value of the key is never in it. */
export interface LoggedRequest {
	time: string;
	traceId: string;
	method: string;
	path: string;
	query: JsonObject;
	operationId: string | null;
	headers: Record<string, string | string[]>;
	key: KeyState;
	/** Parsed JSON; for an upload its fields and what is known of the file. */
	body: unknown;
	/** What the request breaks of the contract, tolerated or not. */
	violations: string[];
	/** Kind of the fault it met. */
	fault: string | null;
	/** Status of the answer; null while there is none, or when there never was one. */
	status: number | null;
}

/** The last requests, oldest first. */
export class RequestLog {
	private entries: LoggedRequest[] = [];

	constructor(private readonly size: number) {}

	/** Adds a request; the entry may be completed later. */
	add(entry: LoggedRequest): void {
		this.entries.push(entry);
		if (this.entries.length > this.size) this.entries.shift();
	}

	/** Copies of all entries. */
	list(): LoggedRequest[] {
		return structuredClone(this.entries);
	}

	/** Forgets all. */
	clear(): void {
		this.entries = [];
	}
}
