import type { Locator, Page } from 'playwright-core';
import { LocatorList } from './locatorList';
import { marked, plain, seen } from './selectors';

const NOTICE_MS = 2000;

/** An open node: its parameters in the middle, its output at the right. */
export class NodeView {
	private constructor(readonly page: Page) {}

	/** The node that has just been opened. */
	static async opened(page: Page): Promise<NodeView> {
		await marked(page, 'ndv').waitFor();
		await marked(page, 'node-parameters').waitFor();
		return new NodeView(page);
	}

	get parameters(): Locator {
		return marked(this.page, 'node-parameters');
	}

	get output(): Locator {
		return marked(this.page, 'output-panel');
	}

	parameter(name: string): Locator {
		return marked(this.page, `parameter-input-${name}`).first();
	}

	/** All that can be read among the parameters, labels and hints. */
	async text(): Promise<string> {
		return plain(await this.parameters.innerText());
	}

	/** The placeholder of a parameter. */
	async placeholder(name: string): Promise<string> {
		const field = this.parameter(name).locator('input, textarea').first();
		return (await field.getAttribute('placeholder')) ?? '';
	}

	/** Types a text into a parameter. */
	async type(name: string, text: string): Promise<void> {
		await this.parameter(name).locator('input, textarea').first().fill(text);
	}

	/** Chooses an entry of a parameter's menu. */
	async pick(name: string, entry: string): Promise<void> {
		await this.parameter(name).click();
		await this.menuEntry(entry).click();
	}

	/** Chooses several entries of a parameter's menu, each one found by typing. */
	async pickAll(name: string, entries: string[]): Promise<void> {
		await this.parameter(name).click();
		for (const entry of entries) {
			await this.page.keyboard.press('ControlOrMeta+A');
			await this.page.keyboard.type(entry);
			await this.menuEntry(entry).click();
		}
		await this.page.keyboard.press('Escape');
	}

	private menuEntry(entry: string): Locator {
		const title = this.page.getByText(entry, { exact: true });
		return this.page.locator('.el-select-dropdown__item:visible').filter({ has: title }).first();
	}

	/** The entries of a button such as Add Option. */
	async addable(): Promise<string[]> {
		await seen(this.parameters, 'collection-parameter-add').first().click();
		const entries = seen(this.page, 'collection-parameter-option');
		await entries.first().waitFor();
		const names = (await entries.allInnerTexts()).map(plain);
		await this.page.keyboard.press('Escape');
		return names;
	}

	/** Adds an option. */
	async add(option: string): Promise<void> {
		await seen(this.parameters, 'collection-parameter-add').first().click();
		const entries = seen(this.page, 'collection-parameter-option');
		await entries.filter({ hasText: option }).first().click();
	}

	/** A resource locator with its list. */
	locator(name: string): LocatorList {
		return new LocatorList(this.page, name);
	}

	private get notices(): Locator {
		return this.page.locator('.el-notification:visible');
	}

	/** Takes away what n8n tells in the corner. */
	async dismissNotices(): Promise<void> {
		while ((await this.notices.count()) > 0) {
			const close = this.notices.first().locator('.el-notification__closeBtn');
			await close.click({ timeout: NOTICE_MS }).catch(() => undefined);
		}
	}

	/** Presses Execute step and waits until n8n says that it is over. */
	async run(): Promise<void> {
		await this.dismissNotices();
		await marked(this.page, 'node-execute-button').click();
		await this.notices.filter({ hasText: /executed successfully|Problem in node/ }).waitFor();
		await marked(this.page, 'node-execute-button').filter({ hasText: 'Execute step' }).waitFor();
	}

	/** Runs the node. Gives the output as rows, the titles first. */
	async execute(): Promise<string[][]> {
		await this.run();
		await this.show('table');
		await this.output.locator('td').first().waitFor();
		const rows = await this.output.locator('tr').all();
		const cells = rows.map(async (row) => (await row.locator('th, td').allInnerTexts()).map(plain));
		return await Promise.all(cells);
	}

	/** Shows the output in one of n8n's ways. */
	async show(mode: 'schema' | 'table' | 'json' | 'binary'): Promise<void> {
		await seen(this.output, `radio-button-${mode}`).click();
	}

	/** The output as JSON. */
	async json(): Promise<string> {
		await this.show('json');
		const data = marked(this.output, 'ndv-data-container').filter({ hasText: /[{[]/ });
		return plain(await data.innerText());
	}

	/** Goes back to the canvas. */
	async close(): Promise<void> {
		await marked(this.page, 'ndv-close-button').click();
		await marked(this.page, 'ndv').waitFor({ state: 'hidden' });
	}
}
