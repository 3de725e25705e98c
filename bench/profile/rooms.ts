import { isObject, textOf } from '../../sandbox/narrow';

/** Seconds by room. */
export type Seconds = Map<string, number>;

/** The rooms of the house in which time is spent, told by the file of the function that runs. */
const ROOMS: Array<[room: string, files: RegExp]> = [
	['this package', /n8n-nodes-ondemand/],
	['the HTTP Request node', /nodes-base\/dist\/nodes\/HttpRequest/],
	['expressions', /expression|workflow-data-proxy|luxon|isolated-vm/],
	['the declarative engine', /routing-node/],
	['database', /sqlite|typeorm/],
	['encryption', /node:internal\/crypto|cipher|encryption|credentials-helper/],
	[
		'requests',
		/axios|follow-redirects|form-data|backend-network|node:_http|node:net|node:http|node:internal\/(streams|stream_base|url)|node:_tls|node:url|request-helper|undici/,
	],
	['loading of modules', /node:internal\/modules|node:vm/],
	['waiting', /^\(idle\)$/],
	['garbage collection', /^\(garbage collector\)$/],
	['reading and writing', /^read$|^writev|^writeUtf8String|^writeBuffer/],
	['Node.js itself', /^\(program\)$|^node:|^$/],
];

/**
 * Adds up a CPU profile of V8 by rooms.
 *
 * @param profile what `node --cpu-prof` wrote
 * @returns seconds of each room
 */
export function secondsByRoom(profile: unknown): Seconds {
	const { nodes, samples, timeDeltas } = isObject(profile) ? profile : {};
	const rooms = new Map(listOf(nodes).map((node) => roomOf(node)));
	const deltas = listOf(timeDeltas);
	const seconds: Seconds = new Map();
	listOf(samples).forEach((sample, index) => {
		const room = rooms.get(Number(sample)) ?? 'the rest of n8n';
		seconds.set(room, (seconds.get(room) ?? 0) + Number(deltas[index]) / 1e6);
	});
	return seconds;
}

function listOf(value: unknown): unknown[] {
	return Array.isArray(value) ? value : [];
}

function roomOf(node: unknown): [id: number, room: string] {
	const { id, callFrame } = isObject(node) ? node : {};
	const { url, functionName } = isObject(callFrame) ? callFrame : {};
	const place = textOf(url) || (textOf(functionName) ?? '');
	const found = ROOMS.find(([, files]) => files.test(place));
	return [Number(id), found?.[0] ?? 'the rest of n8n'];
}
