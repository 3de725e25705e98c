import type { Locator, Page } from 'playwright-core';

/** The elements that n8n marks with a name for tests. */
export function marked(within: Page | Locator, name: string): Locator {
	return within.locator(`[data-test-id="${name}"]`);
}

/** Those of them that can be seen; menus stay in the page when they are closed. */
export function seen(within: Page | Locator, name: string): Locator {
	return within.locator(`[data-test-id="${name}"]:visible`);
}

/** Text as it can be compared: without line breaks and repeated blanks. */
export function plain(text: string): string {
	return text.replace(/\s+/g, ' ').trim();
}
