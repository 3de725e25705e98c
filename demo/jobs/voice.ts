/* eslint-disable @n8n/community-nodes/no-restricted-imports -- the demo runs on Node itself, never inside n8n */
import { writeFile } from 'node:fs/promises';
import { relative, resolve } from 'node:path';
import { fileOf, finished, newestExecution } from '../executions';
import type { Execution } from '../executions';
import { projectFolder } from '../layout';
import { secondsOfMp3 } from '../mp3';
import { short } from '../report';
import type { Findings } from '../report';
import type { Job, JobContext } from './job';

const VOICE_MS = 180_000;
const SAMPLE = 'Speak a sample question';
const TRANSCRIBE = 'Write down what was said';
const CHAT = 'Think of an answer';
const QUESTION = 'Hello! What should I pack for a weekend in the mountains?';

function described(file: Buffer): string {
	return `${(file.length / 1000).toFixed(1)} kB, ${secondsOfMp3(file).toFixed(1)} s of MP3`;
}

function saidAndHeard(execution: Execution): { heard: string; said: string } {
	return {
		heard: String(execution.items(TRANSCRIBE)[0]?.json.text ?? ''),
		said: String(execution.items(CHAT)[0]?.json.output ?? ''),
	};
}

/** The workflow's own sample voice note, made by a run from the editor. */
async function sampleNote({ n8nApi, examples }: JobContext): Promise<Buffer> {
	const id = await n8nApi.execute(examples.voice, 'Try it now');
	const execution = await finished(n8nApi, id, VOICE_MS);
	const [item] = execution.items(SAMPLE);
	if (!item || execution.status !== 'success') {
		throw new Error(`The run from the editor failed: ${execution.error ?? execution.status}`);
	}
	return await fileOf(n8nApi, item, 'data');
}

async function sendNote({ n8nApi }: JobContext, note: Buffer): Promise<Response> {
	const form = new FormData();
	form.set('data', new Blob([new Uint8Array(note)], { type: 'audio/mpeg' }), 'question.mp3');
	return await n8nApi.postForm('/webhook/voice-note', form);
}

async function run(context: JobContext): Promise<Findings> {
	const { n8nApi, examples, api, folder } = context;
	const note = await sampleNote(context);
	const notePath = resolve(folder, 'question.mp3');
	await writeFile(notePath, note);

	const response = await sendNote(context, note);
	const answer = Buffer.from(await response.arrayBuffer());
	const executionId = await newestExecution(n8nApi, examples.voice.id);
	const execution = await finished(n8nApi, executionId, VOICE_MS);
	const { status } = execution;
	const { heard, said } = saidAndHeard(execution);
	if (!response.ok) throw new Error(execution.error ?? short(answer.toString('utf8')));
	const answerPath = resolve(folder, 'answer.mp3');
	await writeFile(answerPath, answer);

	const place = (path: string) => relative(projectFolder, path);
	return {
		lines: [
			`in   ${place(notePath)} (${described(note)}), posted to the webhook`,
			`     heard: “${heard}”`,
			`     said:  “${short(said)}”`,
			`out  ${place(answerPath)} (${described(answer)}), ${response.headers.get('content-type')}`,
		],
		checks: [
			['the Execute button works without a file, the webhook with one', status === 'success'],
			[
				'the words of the voice note were understood',
				api.counters ? heard === QUESTION : heard !== '',
			],
			['the answer is sound', said !== '' && secondsOfMp3(answer) > 0.5],
		],
	};
}

/** The voice note: once by the editor's Execute button, once as a file sent to the webhook. */
export const voice: Job = { name: 'Voice note to spoken answer', run };
