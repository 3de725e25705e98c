import { prove } from '../findings';
import type { Finding } from '../findings';
import type { Stage } from '../stage';
import { stoppedBatch } from './batch';
import { stoppedChat } from './chat';

/** Proves that an execution which is stopped leaves nothing running at the API. */
export async function stop(stage: Stage): Promise<Finding[]> {
	const { signal } = stage;
	await stage.sandbox.reset();
	return [
		await prove(
			'stop',
			'1,000 translations end within a second',
			async (checks) => await stoppedBatch(stage, checks),
			signal,
		),
		await prove(
			'stop',
			'a chat that streams ends within a second',
			async (checks) => await stoppedChat(stage, checks),
			signal,
		),
	];
}
