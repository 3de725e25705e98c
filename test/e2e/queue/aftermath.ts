import { finished } from '../../../demo/executions';
import type { Checks } from '../findings';
import type { Stage } from '../stage';
import type { Cluster } from './cluster';
import type { Loss } from './crash';
import { told } from './executionList';
import { moreThanOnce, sent } from './sent';
import { BATCH, titles } from './workflows';
import { lookedUp, translateAll } from './work';

const READ_MS = 10_000;
const GIVEN_UP = 'failed to be processed too many times';

/** What n8n says of executions whose worker is gone: each is an error, and none runs again. */
async function checkVerdicts(
	{ n8n }: Cluster,
	checks: Checks,
	{ held, executions, begunTwice, seconds }: Loss,
): Promise<void> {
	const lost = new Set(held.map(({ id }) => id));
	const ofLost = executions.filter(({ id }) => lost.has(id));
	checks.that(`the worker held ${lost.size} executions, more than none`, lost.size > 0);
	checks.same(
		'lost executions that n8n reports as errors',
		ofLost.filter(({ status }) => status === 'error').length,
		lost.size,
	);
	checks.same('executions that another worker began again', begunTwice, []);
	const others = executions.filter(({ id, workflow }) => !lost.has(id) && workflow !== titles.rows);
	checks.same(
		'executions of the other worker that did not succeed',
		others.filter(({ status }) => status !== 'success').length,
		0,
	);
	const afterError = executions.filter(({ workflow }) => workflow === titles.error);
	checks.same('runs of the error workflow', afterError.length, lost.size);
	const [first] = ofLost;
	const { error = '' } = await finished(n8n, first.id, READ_MS);
	checks.holds('what n8n says of them', error, GIVEN_UP);
	checks.note(
		`killed with ${lost.size} executions under way; n8n gave the last of them up after ${seconds.toFixed(0)} s: “${error}”`,
	);
	checks.note(`executions: ${told(executions)}`);
}

/** A query whose caller lost the answer was carried out once, and its answer can be looked up. */
async function checkChats(
	{ sandbox }: Stage,
	cluster: Cluster,
	checks: Checks,
	{ chats, held }: Loss,
): Promise<void> {
	const broken = chats.filter(({ isEnded }) => !isEnded);
	const heldChats = held.filter(({ workflow }) => workflow === titles.chat);
	checks.same('chats whose stream ended without its last frame', broken.length, heldChats.length);
	checks.that('there are such chats', broken.length > 0);
	const whole = chats.filter(({ isEnded, text }) => isEnded && text.endsWith('✅'));
	checks.same('the other chats are whole', whole.length, chats.length - broken.length);
	const { queriesAccepted, queriesCarriedOut, duplicates } = sandbox.counters();
	checks.same('queries sent', queriesAccepted, chats.length);
	checks.same(
		'queries carried out, and more than once',
		[queriesCarriedOut, duplicates],
		[chats.length, 0],
	);
	let found = 0;
	for (const { user, message, text } of broken) {
		const { query, answer, status } = await lookedUp(cluster, user);
		const isWhole = String(answer).startsWith(text) && String(answer).endsWith('✅');
		if (query === message && status === 'completed' && isWhole) found += 1;
	}
	checks.same('lost answers that were looked up by the user', found, broken.length);
	checks.note(
		`${broken.length} of ${chats.length} chats broke off; all ${chats.length} queries were carried out, none twice, and the ${found} lost answers were looked up`,
	);
}

/** What was translated for nobody, and that the lost parts can simply be called again. */
async function checkBatch(
	{ sandbox }: Stage,
	cluster: Cluster,
	checks: Checks,
	{ parts }: Loss,
): Promise<void> {
	const before = sent(sandbox, 'translateText', 'input');
	checks.same('texts translated twice', moreThanOnce(before), 0);
	const failed = parts.filter(({ status }) => status !== 200);
	checks.that(`${failed.length} of ${parts.length} parts failed, some`, failed.length > 0);
	checks.holds('what their callers read', failed.map(({ problem }) => problem).join(), 'Error');
	const kept = parts.flatMap(({ rows }) => rows);
	const again = await translateAll(
		cluster,
		'crash',
		failed.map(({ first }) => first),
	);
	const all = [...kept, ...again.flatMap(({ rows }) => rows)];
	const isOwn = all.every(({ row, text }) => text === `[es] crash row ${String(row)}`);
	checks.that('every row has its own text', isOwn);
	checks.same(
		'rows after the failed parts were called again',
		new Set(all.map(({ row }) => row)).size,
		BATCH.rows,
	);
	const twice = moreThanOnce(sent(sandbox, 'translateText', 'input'));
	checks.note(
		`${failed.length} of ${parts.length} parts failed; ${before.carriedOut.size - kept.length} of their rows had been translated; called again, they came out, ${twice} texts translated a second time`,
	);
}

/** Checks what is left when a worker has died. */
export async function checkAftermath(
	stage: Stage,
	cluster: Cluster,
	checks: Checks,
	loss: Loss,
): Promise<void> {
	await checkVerdicts(cluster, checks, loss);
	await checkChats(stage, cluster, checks, loss);
	await checkBatch(stage, cluster, checks, loss);
}
