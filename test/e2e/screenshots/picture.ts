/* eslint-disable @n8n/community-nodes/no-restricted-imports -- tests run in Node, never inside n8n */
import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import type { EditorContext } from '../editor/nodes/node';
import { marked } from '../editor/selectors';

const LARGEST_BYTES = 200_000;
const REST_MS = 300;

type Box = Record<'x' | 'y' | 'width' | 'height', number>;

/** Shortcuts to the neighbours stand half outside the dialogue of a node and would be cut. */
const HALF_OUTSIDE = '[data-test-id="floating-nodes"] { visibility: hidden }';

/** What a picture is taken with. */
export interface PictureContext extends EditorContext {
	/** Where the pictures go. */
	folder: string;
}

/** A picture of the documentation. */
export interface Picture {
	file: string;
	take(context: PictureContext): Promise<void>;
}

/** Where a part of the page is, once it has come to rest. */
async function boxOf(page: Page, part: Locator): Promise<Box> {
	let before = '';
	for (;;) {
		const box = await part.boundingBox();
		if (!box) throw new Error('What the picture is of is not on the page');
		if (JSON.stringify(box) === before) return box;
		before = JSON.stringify(box);
		await page.waitForTimeout(REST_MS);
	}
}

/** Saves what the page shows, or a part of it, with nothing under the mouse. */
export async function save(
	{ page, checks, folder }: PictureContext,
	file: string,
	part?: Locator,
): Promise<void> {
	await page.mouse.move(0, 0);
	await page.evaluate('document.fonts.ready');
	const path = resolve(folder, file);
	const clip = part && (await boxOf(page, part));
	await page.screenshot({ path, clip, animations: 'disabled', style: HALF_OUTSIDE });
	const { size } = await stat(path);
	checks.that(`${Math.round(size / 1000)} kB, less than 200`, size < LARGEST_BYTES);
	checks.note(`${path}, ${Math.round(size / 1000)} kB`);
}

/** The dialogue of an open node. */
export function dialogueOf(page: Page): Locator {
	return marked(page, 'ndv');
}
