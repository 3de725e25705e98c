import { objectsOf } from '../../demo/n8nApi';
import { isObject } from '../../sandbox/narrow';
import type { Conditions } from './conditions';
import type { Traffic } from './traffic';

/** The server of the benchmarks, as the measures speak to it. */
export class Server {
	constructor(
		readonly url: string,
		private readonly signal: AbortSignal,
	) {}

	async isReady(): Promise<boolean> {
		return await this.call('GET', '/bench/traffic').then(
			() => true,
			() => false,
		);
	}

	/** Sets how the next run is answered, and forgets what was seen. */
	async begin(conditions: Conditions): Promise<void> {
		await this.call('POST', '/bench/begin', conditions);
	}

	/** What was seen since `begin`. */
	async traffic(): Promise<Traffic> {
		const found = await this.call('GET', '/bench/traffic');
		const { accepted, refused, peakInFlight, samples, lists } = isObject(found) ? found : {};
		return {
			accepted: Number(accepted),
			refused: Number(refused),
			peakInFlight: Number(peakInFlight),
			lists: Number(lists),
			samples: objectsOf(samples).map((sample) => ({
				at: Number(sample.at),
				inFlight: Number(sample.inFlight),
				accepted: Number(sample.accepted),
				refused: Number(sample.refused),
			})),
		};
	}

	private async call(method: string, path: string, body?: object): Promise<unknown> {
		const response = await fetch(this.url + path, {
			method,
			body: body && JSON.stringify(body),
			signal: this.signal,
		});
		if (!response.ok) throw new Error(`The server answered ${path} with ${response.status}`);
		return await response.json();
	}
}
