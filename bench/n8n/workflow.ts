import { createHash } from 'node:crypto';
import type { WorkflowContent } from '../../demo/n8nApi';
import type { JsonObject } from '../../sandbox/narrow';

/** The name of the node that is measured, in every workflow: the last one. */
export const MEASURED = 'Measured';

/** A node without name and place. */
export interface NodeDescription {
	type: string;
	typeVersion: number;
	parameters: JsonObject;
	credentials?: JsonObject;
	/** What n8n does with an item that fails; it stops the workflow unless this is given. */
	onError?: string;
	webhookId?: string;
}

/** A workflow as n8n's command line imports it. */
export interface Workflow extends WorkflowContent {
	id: string;
	active: boolean;
	versionId: string;
}

/** A node that starts a workflow from the command line. */
export const manualTrigger: NodeDescription = {
	type: 'n8n-nodes-base.manualTrigger',
	typeVersion: 1,
	parameters: {},
};

/** Nodes that make items: texts of products, all different, so that no answer can be used twice. */
export function rows(count: number): NodeDescription[] {
	const row =
		'({ id: index, text: `Product ${index}: a light tent for two people, easy to pitch and dry in any rain.` })';
	return [
		{
			type: 'n8n-nodes-base.set',
			typeVersion: 3.4,
			parameters: {
				mode: 'raw',
				jsonOutput: `={{ { rows: Array.from({ length: ${count} }, (_, index) => ${row}) } }}`,
				options: {},
			},
		},
		{
			type: 'n8n-nodes-base.splitOut',
			typeVersion: 1,
			parameters: { fieldToSplitOut: 'rows', options: {} },
		},
	];
}

/** A workflow of nodes in one line; the last one is the node that is measured. */
export function inLine(name: string, descriptions: NodeDescription[]): Workflow {
	const last = descriptions.length - 1;
	const nodes = descriptions.map((description, index) => ({
		...description,
		id: `node-${index}`,
		name: index === last ? MEASURED : `Step ${index + 1}`,
		position: [index * 200, 0],
	}));
	const connections = nodes.slice(1).map(({ name: node }, index) => {
		const next = { main: [[{ node, type: 'main', index: 0 }]] };
		return [nodes[index].name, next] as const;
	});
	const id = createHash('sha256').update(name).digest('hex').slice(0, 16);
	return {
		id,
		name,
		nodes,
		connections: Object.fromEntries(connections),
		settings: { executionOrder: 'v1' },
		active: false,
		versionId: id,
	};
}
