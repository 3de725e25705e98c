/* eslint-disable @n8n/community-nodes/no-restricted-globals -- the sandbox runs on Node itself, never inside n8n */

/** Waits that end at once when the sandbox is reset or stopped. */
export class Timers {
	private waiting = new Map<NodeJS.Timeout, () => void>();

	/** Resolves after the time, or earlier when all waits are dropped. */
	async sleep(milliseconds: number): Promise<void> {
		if (milliseconds <= 0) return;
		await new Promise<void>((resolve) => {
			const timer = setTimeout(() => {
				this.waiting.delete(timer);
				resolve();
			}, milliseconds);
			this.waiting.set(timer, resolve);
		});
	}

	/** Resolves when the event loop comes round again, so that what was written goes out first. */
	async nextTurn(): Promise<void> {
		await new Promise<void>((resolve) => {
			setImmediate(resolve);
		});
	}

	/** Does something after the time; not at all when all waits are dropped before. */
	later(milliseconds: number, action: () => void): void {
		const timer = setTimeout(() => {
			this.waiting.delete(timer);
			action();
		}, milliseconds);
		this.waiting.set(timer, () => undefined);
	}

	/** Drops all waits: sleepers wake up, postponed actions are not done. */
	clear(): void {
		for (const [timer, wake] of this.waiting) {
			clearTimeout(timer);
			wake();
		}
		this.waiting.clear();
	}
}
