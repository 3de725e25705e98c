import type { Locator, Page } from 'playwright-core';
import type { NodeView } from './nodeView';
import { marked, plain, seen } from './selectors';

/** The dialogue with a credential. */
export class CredentialView {
	private constructor(private readonly page: Page) {}

	/** Opens the dialogue for a new credential. */
	static async forNew({ page }: NodeView): Promise<CredentialView> {
		await marked(page, 'node-credentials-select').first().click();
		await seen(page, 'node-credentials-select-item-new').click();
		await marked(page, 'editCredential-modal').waitFor();
		return new CredentialView(page);
	}

	get dialogue(): Locator {
		return marked(this.page, 'editCredential-modal');
	}

	async text(): Promise<string> {
		return plain(await this.dialogue.innerText());
	}

	/** Types into a field. */
	async type(name: string, text: string): Promise<void> {
		await marked(this.dialogue, `parameter-input-${name}`).locator('input').fill(text);
	}

	/** Saves, which tests the credential, and the dialogue closes when it passes. Gives what the test says. */
	async save(): Promise<string> {
		const { dialogue, page } = this;
		const tested = page.waitForResponse(/rest\/credentials\/test/);
		await marked(dialogue, 'credential-save-button').click();
		await (await tested).finished();
		const refused = dialogue.getByText('Couldn’t connect').filter({ visible: true });
		const reopen = marked(page, 'credential-edit-button').filter({ visible: true }).first();
		await Promise.race([refused.waitFor(), dialogue.waitFor({ state: 'hidden' })]);
		if (await dialogue.isHidden()) {
			await reopen.click();
			await dialogue.getByText('Connection tested successfully').waitFor();
		}
		const details = dialogue.getByText('More details');
		if (await details.isVisible()) await details.click();
		return await this.text();
	}

	async close(): Promise<void> {
		await this.page.keyboard.press('Escape');
		await this.dialogue.waitFor({ state: 'hidden' });
	}
}
