import type { Page } from 'playwright-core';
import type { Checks } from '../../findings';
import type { Stage } from '../../stage';
import { Canvas, INPUT, startingWith } from '../canvas';
import type { LocatorList } from '../locatorList';
import type { NodeView } from '../nodeView';

/** What a proof in the editor works with. */
export interface EditorContext {
	page: Page;
	stage: Stage;
	checks: Checks;
}

/** A proof of one node in the editor. */
export interface NodeProof {
	what: string;
	prove(context: EditorContext): Promise<void>;
}

/** How a node is found and added. */
export interface Wanted {
	node: string;
	/** A word other than its name by which the node is searched. */
	alias: string;
	action: string;
	/** Fields of the item that goes in. */
	input?: Record<string, string>;
}

/** Searches a node by its alias, adds it to a new workflow and opens it. */
export async function added(
	{ page, stage, checks }: EditorContext,
	{ node, alias, action, input = { chatInput: 'Hello' } }: Wanted,
): Promise<NodeView> {
	const canvas = await Canvas.open(page, stage, startingWith(node, input));
	const isFound = await canvas.finds(INPUT, alias, node);
	if (!isFound) throw new Error(`The node creator does not find ${node} by “${alias}”`);
	checks.that(`“${alias}” finds ${node}`, isFound);
	return await canvas.choose(node, action);
}

/** Proves that a list shows what it should, searches and loads further pages. Then takes an entry. */
export async function proveList(
	checks: Checks,
	list: LocatorList,
	{ of, filter, entry }: { of: string; filter: string; entry: string },
): Promise<void> {
	await list.open();
	const all = await list.scrollTo(121);
	checks.that(`scrolled to ${all.length} ${of}, more than 120`, all.length > 120);
	checks.that(`no ${of} comes twice`, new Set(all).size === all.length);
	const found = await list.search(filter, (text) => text.includes(entry));
	checks.that(`“${filter}” finds ${found.length} ${of}: ${found[0]}`, found.length === 1);
	await list.take(entry);
	checks.holds(`${of}: chosen`, await list.chosen(), entry);
}
