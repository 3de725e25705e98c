import { finished, newestExecution } from '../../../demo/executions';
import type { StoredWorkflow } from '../../../demo/n8nApi';
import { isObject } from '../../../sandbox/narrow';
import type { JsonObject } from '../../../sandbox/narrow';
import { prove } from '../findings';
import type { Finding } from '../findings';
import type { Stage } from '../stage';
import { untilAnswered } from './ask';
import { startOpenAiServer } from './openAiServer';
import type { OpenAiServer } from './openAiServer';
import { scripted, toolResultsIn, toolsIn } from './scriptedModel';
import type { PlannedCall } from './scriptedModel';
import { agentWorkflow, names } from './workflow';

const SECONDS_90 = 90_000;

const ROUNDS: PlannedCall[][] = [
	[
		{
			id: 'call_spanish',
			sought: 'Translate text',
			input: { text: 'Good morning', language: 'es' },
		},
		{ id: 'call_models', sought: 'Get many models', input: {} },
		{ id: 'call_sessions', sought: 'Get many chat sessions', input: {} },
	],
	[{ id: 'call_unknown', sought: 'Translate text', input: { text: 'Good night', language: 'zz' } }],
];

const OPENAI_KEY = 'openai-key';

async function prepare(stage: Stage, model: OpenAiServer): Promise<StoredWorkflow> {
	const { n8n, credentialId } = stage;
	const data = { apiKey: OPENAI_KEY, url: model.url };
	const openAiId = await n8n.putCredential('Scripted model', 'openAiApi', data);
	const workflow = await n8n.createWorkflow(agentWorkflow(credentialId, openAiId));
	await n8n.publish(workflow);
	return workflow;
}

function parsed(text: string | undefined): unknown {
	try {
		return JSON.parse(text ?? '');
	} catch {
		return `no JSON: ${text ?? 'nothing'}`;
	}
}

/** Proves that an AI Agent can use the nodes as tools. */
export async function agent(stage: Stage): Promise<Finding[]> {
	const { n8n, sandbox, signal } = stage;
	await sandbox.reset();
	const model = await startOpenAiServer(scripted(ROUNDS));
	const findings: Finding[] = [];
	const part = async (what: string, work: Parameters<typeof prove>[2]) => {
		findings.push(await prove('agent', what, work, signal));
	};
	let answer = '';
	let last: JsonObject = {};
	try {
		await part('the agent answers, word by word', async (checks) => {
			const workflow = await prepare(stage, model);
			answer = await untilAnswered(stage, '/webhook/e2e-agent/chat');
			last = model.requests.at(-1) ?? {};
			const id = await newestExecution(n8n, workflow.id);
			const execution = await finished(n8n, id, SECONDS_90);
			checks.same('the execution succeeds', execution.status, 'success');
			const [item] = execution.items(names.agent);
			checks.same('the stream is the output of the agent', answer, item?.json.output);
			checks.same('the model was asked three times', model.requests.length, 3);
			checks.note(`the answer: ${answer.replace(/\s+/g, ' ')}`);
		});
		await part('the model is told what each tool does', async (checks) => {
			const told = toolsIn(last);
			for (const tool of told) {
				const parameters = tool.parameters.join(', ') || 'nothing';
				checks.note(`${tool.name} takes ${parameters}: ${tool.description}`);
			}
			checks.same('descriptions', told.map(({ description }) => description).sort(), [
				'Get many chat sessions in OnDemand Chat',
				'Get many models in OnDemand Plugins',
				'Translate text in OnDemand Translate',
			]);
			checks.same('parameters', told.map(({ parameters }) => parameters.join()).sort(), [
				'',
				'',
				'text,language',
			]);
		});
		await part('the tools give JSON that a model can use', async (checks) => {
			const results = toolResultsIn(last);
			checks.same('translation', parsed(results.get('call_spanish')), [
				{ languageCode: 'es', translatedText: '[es] Good morning' },
			]);
			const models = parsed(results.get('call_models'));
			const fields = Array.isArray(models) ? models.filter(isObject).map(Object.keys) : models;
			const wanted = ['endpoint_id', 'endpoint_name', 'context_length'];
			checks.same('models with the selected fields', fields, [wanted, wanted]);
			const none = results.get('call_sessions') ?? '';
			checks.note(`the empty list reads ${none}`);
			checks.holds('an empty list is told in words', none, 'Nothing was found');
			checks.same('nothing failed but what had to', results.size, 4);
		});
		await part('an error tells the model what to do next', async (checks) => {
			const error = toolResultsIn(last).get('call_unknown') ?? '';
			checks.note(`the error reads ${error}`);
			checks.holds('reason', error, 'could not work with the input');
			checks.holds('advice', error, 'Check the code of the target language');
			checks.that('no markup', !/<\w+/.test(error));
			checks.holds('final answer', answer, '[es] Good morning', 'call_unknown');
		});
		await part('no key reaches the model', async (checks) => {
			const everything = JSON.stringify(model.requests) + answer;
			const keys = [OPENAI_KEY, sandbox.apiKey];
			checks.that(
				'no key in any request or answer',
				keys.every((key) => !everything.includes(key)),
			);
			checks.that('something was looked through', everything.length > 1000);
		});
	} finally {
		await model.stop();
	}
	return findings;
}
