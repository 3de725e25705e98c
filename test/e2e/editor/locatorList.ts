import type { Locator, Page } from 'playwright-core';
import { PATIENCE_MS } from './browser';
import { marked, plain, seen } from './selectors';

const WHEEL = 5000;
const LOOK_AGAIN_MS = 100;

/** The list of a resource locator. */
export class LocatorList {
	private readonly box: Locator;

	constructor(
		private readonly page: Page,
		name: string,
	) {
		this.box = marked(page, `resource-locator-${name}`);
	}

	private get entries(): Locator {
		return seen(this.page, 'rlc-item');
	}

	/** Opens the list and waits for its first page. */
	async open(): Promise<void> {
		await marked(this.box, 'rlc-input').click();
		await this.entries.first().waitFor();
	}

	/** What the list shows. */
	async shown(): Promise<string[]> {
		return (await this.entries.allInnerTexts()).map(plain);
	}

	/** Types into the search field and waits until every entry fits. */
	async search(text: string, fits: (entry: string) => boolean): Promise<string[]> {
		await seen(this.page, 'rlc-search').fill(text);
		return await this.until((entries) => entries.length > 0 && entries.every(fits));
	}

	/** Scrolls down until the list shows a number of entries; gives what it shows in the end. */
	async scrollTo(count: number): Promise<string[]> {
		await this.entries.first().hover();
		return await this.until(async (entries) => {
			if (entries.length >= count) return true;
			await this.page.mouse.wheel(0, WHEEL);
			return false;
		});
	}

	private async until(
		isDone: (entries: string[]) => boolean | Promise<boolean>,
	): Promise<string[]> {
		const deadline = Date.now() + PATIENCE_MS;
		for (;;) {
			const entries = await this.shown();
			if ((await isDone(entries)) || Date.now() > deadline) return entries;
			await this.page.waitForTimeout(LOOK_AGAIN_MS);
		}
	}

	/** Takes an entry; the list closes. */
	async take(entry: string): Promise<void> {
		await this.entries.filter({ hasText: entry }).first().click();
		await this.entries.first().waitFor({ state: 'hidden' });
	}

	/** What is chosen. */
	async chosen(): Promise<string> {
		return await marked(this.box, 'rlc-input')
			.locator('input')
			.or(marked(this.box, 'rlc-input'))
			.last()
			.inputValue();
	}

	/** Gives the ID itself in place of choosing from the list. */
	async giveId(mode: string, id: string): Promise<void> {
		await marked(this.box, 'rlc-mode-selector').click();
		await seen(this.page, `mode-${mode}`).click();
		await marked(this.box, 'rlc-input-container').locator('input').last().fill(id);
	}
}
