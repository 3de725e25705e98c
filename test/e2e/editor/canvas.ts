import type { Page } from 'playwright-core';
import type { WorkflowContent } from '../../../demo/n8nApi';
import type { JsonObject } from '../../../sandbox/narrow';
import type { Stage } from '../stage';
import { NodeView } from './nodeView';
import { marked, seen } from './selectors';

const SEARCH_MS = 15_000;

/** The node after which others are added. */
export const INPUT = 'Input';

/** A workflow that can be started by hand and gives one item with the given fields. */
export function startingWith(name: string, fields: Record<string, string>): WorkflowContent {
	const assignments = Object.entries(fields).map(([field, value]) => ({
		id: field,
		name: field,
		value,
		type: 'string',
	}));
	return {
		name,
		nodes: [
			{
				name: 'Start',
				type: 'n8n-nodes-base.manualTrigger',
				typeVersion: 1,
				position: [0, 0],
				parameters: {},
			},
			{
				name: INPUT,
				type: 'n8n-nodes-base.set',
				typeVersion: 3.4,
				position: [220, 0],
				parameters: { assignments: { assignments }, options: {} },
			},
		],
		connections: { Start: { main: [[{ node: INPUT, type: 'main', index: 0 }]] } },
		settings: { executionOrder: 'v1' },
	};
}

/** n8n's canvas with one workflow. */
export class Canvas {
	private constructor(readonly page: Page) {}

	/** Stores a workflow and opens it. */
	static async open(page: Page, { n8n, url }: Stage, content: WorkflowContent): Promise<Canvas> {
		const workflow = await n8n.createWorkflow({ ...content, nodes: withIds(content.nodes) });
		await page.goto(`${url}/workflow/${workflow.id}`);
		const canvas = new Canvas(page);
		for (const { name } of content.nodes.filter(
			({ type }) => !String(type).endsWith('stickyNote'),
		)) {
			await canvas.node(String(name)).waitFor();
		}
		return canvas;
	}

	/** A node on the canvas. */
	node(name: string) {
		return this.page.locator(`[data-test-id="canvas-node"][data-node-name="${name}"]`);
	}

	/** Whether the node creator finds a node by a word. */
	async finds(after: string, word: string, node: string): Promise<boolean> {
		await marked(this.node(after), 'canvas-handle-plus').click();
		await marked(this.page, 'node-creator-search-bar').fill(word);
		const found = seen(this.page, 'node-creator-item-name').filter({ hasText: node });
		const none = seen(this.page, 'node-creator-no-results');
		await found
			.or(none)
			.first()
			.waitFor({ timeout: SEARCH_MS })
			.catch(() => undefined);
		return (await found.count()) > 0;
	}

	/** Chooses a node that was found, and one of its actions; it is opened. */
	async choose(node: string, action: string): Promise<NodeView> {
		const entries = marked(this.page, 'item-iterator-item');
		await entries.filter({ hasText: node }).first().click();
		await entries.getByText(action, { exact: true }).first().click();
		return await NodeView.opened(this.page);
	}

	/** Opens a node of the canvas. */
	async openNode(name: string): Promise<NodeView> {
		await this.node(name).dblclick();
		return await NodeView.opened(this.page);
	}
}

function withIds(nodes: JsonObject[]): JsonObject[] {
	return nodes.map((node, index) => ({ id: `node-${index}`, ...node }));
}
