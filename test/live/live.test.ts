import { startSandbox } from '../../sandbox/server';
import type { Sandbox } from '../../sandbox/server';
import type { Finding } from '../e2e/findings';
import { execute } from '../engine/engine';
import { question } from '../engine/sandbox';
import { runLive } from './live';
import { allOperations } from './operations';
import { rows } from './rows';

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox({ apiKey: 'a-key-that-nobody-may-see' });
});
beforeEach(async () => await sandbox.reset());
afterAll(async () => await sandbox.stop());

const account = () => ({ apiKey: sandbox.apiKey, baseUrl: sandbox.url });
const titles = (findings: Finding[], verdict: Finding['verdict']) =>
	findings.filter((finding) => finding.verdict === verdict).map(({ what }) => what);
const ignore = () => undefined;

/** What the sandbox still holds. */
async function left(): Promise<{ sessions: number; media: number }> {
	const response = await fetch(`${sandbox.url}/_sandbox/`);
	const { state } = (await response.json()) as { state: { sessions: number; media: number } };
	return { sessions: state.sessions, media: state.media };
}

it('passes for every operation and leaves nothing behind', async () => {
	const told: Finding[] = [];
	const findings = await runLive(account(), (finding) => told.push(finding));
	expect(titles(findings, 'passed')).toHaveLength(allOperations().length + 1);
	expect(told).toEqual(findings);
	expect(await left()).toEqual({ sessions: 0, media: 0 });
	expect(sandbox.counters().contractViolations).toBe(0);
});

it.each(['deleteChatSession', 'deleteMedia', 'submitQuery', 'createMediaFromUrl', 'listMedia'])(
	'leaves nothing behind when %s fails, and says why',
	async (operation) => {
		// Once more than the door tries again.
		sandbox.addFault({ fault: '403', operation, times: 2 });
		const findings = await runLive(account(), ignore);
		const [failed] = findings.filter(({ verdict }) => verdict === 'failed');
		expect(failed.reasons[0]).not.toBe('');
		expect(await left()).toEqual({ sessions: 0, media: 0 });
	},
);

it('tells when something could not be deleted', async () => {
	sandbox.addFault({ fault: '403', operation: 'deleteMedia', times: 0 });
	const findings = await runLive(account(), ignore);
	expect(findings.pop()).toMatchObject({
		layer: 'Clean-up',
		verdict: 'failed',
		reasons: [expect.stringMatching(/^media delete: /), expect.stringMatching(/^media delete: /)],
	});
});

it('skips services to which the account is not subscribed', async () => {
	sandbox.configure({ unsubscribed: ['text_to_speech', 'language_translation'] });
	const findings = await runLive(account(), ignore);
	expect(titles(findings, 'skipped')).toEqual([
		'Synthesize',
		'Transcribe',
		'Translate',
		'Translate Fields',
	]);
	expect(titles(findings, 'failed')).toEqual([]);
});

it('deletes nothing of other users, even where lists show it', async () => {
	const parameters = question('Hello', { sessionMode: 'new' });
	await execute({ node: 'onDemandChat', parameters, credential: account() });
	sandbox.configure({ honoursUserFilter: false });
	await runLive(account(), ignore);
	expect(await left()).toEqual({ sessions: 1, media: 0 });
});

it('leaves nothing behind when it is interrupted', async () => {
	const controller = new AbortController();
	const stop = ({ what }: Finding) => {
		if (what === 'Message: Send') controller.abort();
	};
	const findings = await runLive(account(), stop, controller.signal);
	expect(findings.length).toBeLessThan(rows.length);
	expect(await left()).toEqual({ sessions: 0, media: 0 });
});

it('fails for an operation without a call', async () => {
	const [first] = allOperations();
	const added = { ...first, operation: 'archive', title: 'Session: Archive' };
	const findings = await runLive(account(), ignore, undefined, { operations: [added], rows });
	expect(titles(findings, 'failed')).toEqual(['Session: Archive']);
});

it('has a call for every operation, once', () => {
	const called = rows.map(({ node, resource, operation }) => [node, resource, operation].join(' '));
	const all = allOperations().map(({ node, resource, operation }) =>
		[node, resource, operation].join(' '),
	);
	expect(called.sort()).toEqual(all.sort());
});

it('shows the key to nobody', async () => {
	sandbox.addFault({ fault: '401', times: 0 });
	const findings = await runLive({ ...account(), apiKey: 'a-wrong-key' }, ignore);
	expect(titles(findings, 'passed')).toEqual([]);
	expect(JSON.stringify(findings)).not.toContain('a-wrong-key');
});
