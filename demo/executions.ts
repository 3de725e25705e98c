/* eslint-disable @n8n/community-nodes/no-restricted-imports -- the demo runs on Node itself, never inside n8n */
import { setTimeout as pause } from 'node:timers/promises';
import { isObject, textOf } from '../sandbox/narrow';
import type { JsonObject } from '../sandbox/narrow';
import { objectsOf } from './n8nApi';
import type { N8nApi } from './n8nApi';

const POLL_MS = 200;

/** An item that a node gave. */
export interface Item {
	json: JsonObject;
	/** Fields of files; each tells under `id` where n8n keeps the bytes. */
	binary: JsonObject;
}

/** A finished execution of a workflow. */
export interface Execution {
	id: string;
	status: string;
	/** What stopped it, when it was stopped. */
	error: string | undefined;
	/** The items that a node gave at its last run; none when it did not run. */
	items(node: string, output?: number): Item[];
	/** How long a node worked. */
	milliseconds(node: string): number;
}

/**
 * Reads JSON in the form of the library `flatted`: a list in which every string stands for the place of
 * the real value in that list.
 */
export function unflatten(text: string): unknown {
	const places: unknown = JSON.parse(text);
	if (!Array.isArray(places)) return places;
	const known = new Map<number, unknown>();
	const at = (place: number): unknown => {
		if (known.has(place)) return known.get(place);
		const value: unknown = places[place];
		if (typeof value !== 'object' || value === null) return value;
		const result: unknown[] | JsonObject = Array.isArray(value) ? [] : {};
		// Known before its content is read, because values may hold each other.
		known.set(place, result);
		for (const [key, entry] of Object.entries(value)) {
			Reflect.set(result, key, typeof entry === 'string' ? at(Number(entry)) : entry);
		}
		return result;
	};
	return at(0);
}

function itemOf({ json, binary }: JsonObject): Item {
	return { json: isObject(json) ? json : {}, binary: isObject(binary) ? binary : {} };
}

function executionOf(id: string, status: string, data: unknown): Execution {
	const { resultData } = isObject(data) ? data : {};
	const { runData, error } = isObject(resultData) ? resultData : {};
	const lastRun = (node: string) =>
		objectsOf(isObject(runData) ? runData[node] : undefined).at(-1) ?? {};
	return {
		id,
		status,
		error: isObject(error) ? textOf(error.message) : undefined,
		items: (node, output = 0) => {
			const { data: outputs } = lastRun(node);
			const main: unknown = isObject(outputs) ? outputs.main : undefined;
			return objectsOf(Array.isArray(main) ? main[output] : undefined).map(itemOf);
		},
		milliseconds: (node) => Number(lastRun(node).executionTime ?? 0),
	};
}

/** Waits until an execution is over, and reads what it did. */
export async function finished(api: N8nApi, id: string, limitMs: number): Promise<Execution> {
	const deadline = Date.now() + limitMs;
	for (;;) {
		const execution = await api.call('GET', `/executions/${id}`);
		const { status, data } = isObject(execution) ? execution : {};
		if (status !== 'new' && status !== 'running' && status !== 'waiting') {
			return executionOf(id, String(status), unflatten(textOf(data) ?? 'null'));
		}
		if (Date.now() > deadline) throw new Error(`Execution ${id} still runs after ${limitMs} ms`);
		await pause(POLL_MS);
	}
}

/** The ID of a workflow's newest execution; `0` when there is none yet. */
export async function newestExecution(api: N8nApi, workflowId: string): Promise<string> {
	const filter = encodeURIComponent(JSON.stringify({ workflowId }));
	const page = await api.call('GET', `/executions?filter=${filter}&limit=1`);
	const [newest] = objectsOf(isObject(page) ? page.results : undefined);
	return textOf(newest?.id) ?? '0';
}

/** The bytes of a file that an execution left behind. */
export async function fileOf(api: N8nApi, item: Item, field: string): Promise<Buffer> {
	const { [field]: file } = item.binary;
	const { id, data } = isObject(file) ? file : {};
	if (typeof id !== 'string') return Buffer.from(textOf(data) ?? '', 'base64');
	const path = `/rest/binary-data?id=${encodeURIComponent(id)}&action=download`;
	const response = await api.fetch('GET', path);
	if (!response.ok) throw new Error(`n8n gave no file: ${response.status}`);
	return Buffer.from(await response.arrayBuffer());
}
