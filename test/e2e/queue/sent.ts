import { isObject, textOf } from '../../../sandbox/narrow';
import type { LoggedRequest, Sandbox } from '../../../sandbox/server';

/** What the sandbox was sent of a kind of request. */
export interface Sent {
	total: number;
	refused: number;
	/** How often each thing was carried out. */
	carriedOut: Map<string, number>;
	/** Seconds between the first and the last of them. */
	seconds: number;
	/** How many were carried out in each of these seconds. */
	bySecond: number[];
}

function wasCarriedOut({ status }: LoggedRequest): boolean {
	return status !== null && status < 300;
}

/** The requests of one operation, told from each other by a text of their bodies. */
export function sent(sandbox: Sandbox, operation: string, field: string): Sent {
	const all = sandbox.requests().filter(({ operationId }) => operationId === operation);
	const carriedOut = new Map<string, number>();
	for (const { path, body } of all.filter(wasCarriedOut)) {
		const name = `${path} ${isObject(body) ? textOf(body[field]) : ''}`;
		carriedOut.set(name, (carriedOut.get(name) ?? 0) + 1);
	}
	const times = all.map(({ time }) => Date.parse(time));
	const first = Math.min(...times);
	const bySecond: number[] = [];
	for (const { time } of all.filter(wasCarriedOut)) {
		const second = Math.floor((Date.parse(time) - first) / 1000);
		while (bySecond.length <= second) bySecond.push(0);
		bySecond[second] += 1;
	}
	return {
		total: all.length,
		refused: all.filter(({ status }) => status === 429).length,
		carriedOut,
		seconds: all.length > 0 ? (Math.max(...times) - first) / 1000 : 0,
		bySecond,
	};
}

/** How many things were carried out more than once. */
export function moreThanOnce({ carriedOut }: Sent): number {
	return [...carriedOut.values()].filter((times) => times > 1).length;
}
