import type { Checks } from '../findings';
import type { Stage } from '../stage';
import type { Cluster } from './cluster';
import { say } from './work';

const USERS = Array.from({ length: 10 }, (_, index) => `hasty-${index + 1}`);

/**
 * New users who send two messages at the same moment. In one process the second waits for the session of the
 * first; workers know nothing of each other.
 */
export async function twoAtOnce(stage: Stage, cluster: Cluster, checks: Checks): Promise<void> {
	const { sandbox } = stage;
	await sandbox.reset();
	const messages = USERS.flatMap((user) => [
		[user, 'First message'],
		[user, 'Second message'],
	]);
	const replies = await Promise.all(
		messages.map(async ([user, message]) => await say(cluster, user, message)),
	);
	const whole = replies.filter(({ isEnded, text }) => isEnded && text.endsWith('✅'));
	checks.same('messages answered', whole.length, messages.length);
	const { queriesCarriedOut, duplicates, sessionsCreated } = sandbox.counters();
	checks.same(
		'queries carried out, and more than once',
		[queriesCarriedOut, duplicates],
		[messages.length, 0],
	);
	checks.that('each user has a session', sessionsCreated >= USERS.length);
	checks.note(
		`${sessionsCreated - USERS.length} of ${USERS.length} new users who sent two messages at the same moment have two sessions`,
	);
}
