import { objectsOf } from '../../../demo/n8nApi';
import { isObject } from '../../../sandbox/narrow';
import type { Cluster } from './cluster';

const PAGE = 100;

/** An execution as n8n's list shows it. */
export interface ListedExecution {
	id: string;
	status: string;
	/** The name of its workflow. */
	workflow: string;
}

/** All executions that were made after a given one, in no special order. */
export async function executionsAfter({ n8n }: Cluster, id: number): Promise<ListedExecution[]> {
	// n8n lists those that run on top of the first page, and again in their place.
	const found = new Map<string, ListedExecution>();
	let next = '';
	for (;;) {
		const page = await n8n.call('GET', `/executions?limit=${PAGE}&filter=%7B%7D${next}`);
		const { results, nextCursor } = isObject(page) ? page : {};
		const wanted = objectsOf(results).filter((execution) => Number(execution.id) > id);
		for (const execution of wanted) {
			const { id: own, status, workflowName } = execution;
			const listed = { id: String(own), status: String(status), workflow: String(workflowName) };
			found.set(listed.id, listed);
		}
		if (wanted.length === 0 || typeof nextCursor !== 'string') return [...found.values()];
		next = `&cursor=${encodeURIComponent(nextCursor)}`;
	}
}

/** The ID of the newest execution; 0 when there is none. */
export async function newestId(cluster: Cluster): Promise<number> {
	return Math.max(0, ...(await executionsAfter(cluster, 0)).map(({ id }) => Number(id)));
}

/** Executions by workflow and status, in words. */
export function told(executions: ListedExecution[]): string {
	const counts = new Map<string, number>();
	for (const { workflow, status } of executions) {
		const name = `${workflow}: ${status}`;
		counts.set(name, (counts.get(name) ?? 0) + 1);
	}
	return [...counts]
		.map(([name, count]) => `${name} ${count}`)
		.sort()
		.join(', ');
}
