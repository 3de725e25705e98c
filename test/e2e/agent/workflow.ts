import type { WorkflowContent } from '../../../demo/n8nApi';
import type { JsonObject } from '../../../sandbox/narrow';
import { credentialName } from '../stage';
import { MODEL } from './openAiServer';

/** The names of the nodes; n8n makes the names of the tools from them. */
export const names = {
	trigger: 'Ask',
	agent: 'AI Agent',
	translate: 'Translate text',
	models: 'List models',
	sessions: 'List chat sessions',
};

const MODEL_NODE = 'Scripted Model';

function fromAi(key: string, description: string): string {
	return `={{ $fromAI('${key}', '${description}', 'string') }}`;
}

const tools: Array<[name: string, type: string, parameters: JsonObject]> = [
	[
		names.translate,
		'onDemandTranslateTool',
		{
			operation: 'translate',
			text: fromAi('text', 'The text to translate'),
			targetLanguages: fromAi('language', 'The code of the target language'),
		},
	],
	[
		names.models,
		'onDemandPluginsTool',
		{
			resource: 'model',
			operation: 'getAll',
			limit: 2,
			output: 'selectedFields',
			outputFields: 'endpoint_name, context_length',
		},
	],
	[names.sessions, 'onDemandChatTool', { resource: 'session', operation: 'getAll' }],
];

/** A chat whose agent uses three nodes of the package as tools. */
export function agentWorkflow(onDemandId: string, openAiId: string): WorkflowContent {
	const openAiApi = { id: openAiId, name: MODEL };
	const onDemandApi = { id: onDemandId, name: credentialName };
	const connection = (type: string, node: string) => ({ [type]: [[{ node, type, index: 0 }]] });
	return {
		name: 'AI Agent with OnDemand tools',
		nodes: [
			{
				name: names.trigger,
				type: '@n8n/n8n-nodes-langchain.chatTrigger',
				typeVersion: 1.4,
				position: [0, 0],
				webhookId: 'e2e-agent',
				parameters: { public: true, options: { responseMode: 'streaming' } },
			},
			{
				name: names.agent,
				type: '@n8n/n8n-nodes-langchain.agent',
				typeVersion: 3.1,
				position: [240, 0],
				parameters: { options: {} },
			},
			{
				name: MODEL_NODE,
				type: '@n8n/n8n-nodes-langchain.lmChatOpenAi',
				typeVersion: 1.2,
				position: [160, 240],
				parameters: { model: { __rl: true, mode: 'id', value: MODEL }, options: {} },
				credentials: { openAiApi },
			},
			...tools.map(([name, type, parameters], index) => ({
				name,
				type: `n8n-nodes-ondemand.${type}`,
				typeVersion: 1,
				position: [320 + 160 * index, 240],
				parameters,
				credentials: { onDemandApi },
			})),
		],
		connections: {
			[names.trigger]: connection('main', names.agent),
			[MODEL_NODE]: connection('ai_languageModel', names.agent),
			...Object.fromEntries(tools.map(([name]) => [name, connection('ai_tool', names.agent)])),
		},
		settings: { executionOrder: 'v1' },
	};
}
