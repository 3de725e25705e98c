import './environment';
import {
	DirectoryLoader,
	ExecutionLifecycleHooks,
	ExternalSecretsProxy,
	LoadOptionsContext,
	RoutingNode,
	WorkflowExecute,
} from 'n8n-core';
import { Workflow } from 'n8n-workflow';
import type {
	ICredentialDataDecryptedObject,
	IExecuteFunctions,
	ILoadOptionsFunctions,
	INode,
	INodeExecutionData,
	INodeParameters,
	INodeType,
	IRun,
	IWorkflowBase,
	IWorkflowExecuteAdditionalData,
	StructuredChunk,
} from 'n8n-workflow';
import { OnDemandApi } from '../../credentials/OnDemandApi.credentials';
import { OnDemandChat } from '../../nodes/OnDemandChat/OnDemandChat.node';
import { OnDemandMedia } from '../../nodes/OnDemandMedia/OnDemandMedia.node';
import { OnDemandPlugins } from '../../nodes/OnDemandPlugins/OnDemandPlugins.node';
import { OnDemandSpeech } from '../../nodes/OnDemandSpeech/OnDemandSpeech.node';
import { OnDemandTranslate } from '../../nodes/OnDemandTranslate/OnDemandTranslate.node';
import { OneCredential } from './credentials';

const START = 'n8n-nodes-base.manualTrigger';
const UNREACHABLE = 'http://127.0.0.1:9';

/** The package's nodes as n8n's server has them: by name, and once more as tools of AI agents. */
export const nodeTypes: Record<string, INodeType> = Object.fromEntries(
	[OnDemandChat, OnDemandMedia, OnDemandPlugins, OnDemandSpeech, OnDemandTranslate].map((Type) => {
		const type: INodeType = new Type();
		DirectoryLoader.applyDeclarativeNodeOptionParameters(type);
		return [type.description.name, executable(type)];
	}),
);

/** As tools, nodes get their items one by one from n8n. */
const toolTypes: Record<string, INodeType> = Object.fromEntries(
	Object.values(nodeTypes).map((type) => {
		const name = `${type.description.name}Tool`;
		const description = { ...type.description, name };
		return [name, executable({ ...type, description, customOperations: undefined })];
	}),
);

/** Gives a node that is a description only its way to run, as n8n's server does. */
function executable(type: INodeType): INodeType {
	type.execute = async function (this: IExecuteFunctions) {
		return (await new RoutingNode(this as never, type).runNode()) ?? [];
	};
	return type;
}

export interface Execution {
	/** Name of the node's type, for example `onDemandChat`. */
	node: string;
	parameters: INodeParameters;
	items?: INodeExecutionData[];
	credential: ICredentialDataDecryptedObject;
	onError?: INode['onError'];
	/** Tries of Retry On Fail. */
	tries?: number;
	/** Gets the chunks of an answer as a streaming trigger would. */
	onChunk?: (chunk: StructuredChunk) => void;
	/** Stops the execution. */
	signal?: AbortSignal;
}

export interface Outcome {
	/** The node's first output. */
	items: INodeExecutionData[];
	/** The node's error output. */
	failed: INodeExecutionData[];
	/** What stopped the node; n8n keeps errors as plain objects. */
	error?: {
		message: string;
		description?: string | null;
		httpCode?: string | null;
		context?: unknown;
	};
	run: IRun;
}

/** Runs one node of the package in a workflow of n8n's own engine, behind a node that gives the items. */
export async function execute(execution: Execution): Promise<Outcome> {
	const { signal } = execution;
	const workflow = workflowOf(execution);
	const mode = execution.onChunk ? 'webhook' : 'manual';
	const running = new WorkflowExecute(additionalData(execution, mode), mode).run({ workflow });
	signal?.addEventListener('abort', () => running.cancel(), { once: true });
	const run = await running;
	const [data] = run.data.resultData.runData.OnDemand ?? [];
	const [found, failed] = data?.data?.main ?? [];
	return { items: found ?? [], failed: failed ?? [], error: data?.error, run };
}

/** What the editor asks of a node while it is set up: the entries of a list, or a page of them. */
export function editorContext(
	node: string,
	credential: Execution['credential'],
): ILoadOptionsFunctions {
	const execution = { node, parameters: {}, credential };
	const data = additionalData(execution, 'manual');
	return new LoadOptionsContext(workflowOf(execution), testedNode(execution), data, '');
}

function workflowOf(execution: Execution): Workflow {
	const { items = [{ json: {} }] } = execution;
	return new Workflow({
		id: 'test',
		nodes: [startNode, testedNode(execution)],
		connections: { Start: { main: [[{ node: 'OnDemand', type: 'main', index: 0 }]] } },
		active: false,
		nodeTypes: {
			getByName: (name) => nodeTypes[name] ?? toolTypes[name],
			getByNameAndVersion: (name) =>
				name === START ? startType(items) : (nodeTypes[name] ?? toolTypes[name]),
			getKnownTypes: () => ({}),
		},
	});
}

const startNode: INode = {
	id: 'start',
	name: 'Start',
	type: START,
	typeVersion: 1,
	position: [0, 0],
	parameters: {},
};

function startType(items: INodeExecutionData[]): INodeType {
	return {
		description: {
			displayName: 'Start',
			name: 'manualTrigger',
			group: ['trigger'],
			version: 1,
			description: '',
			defaults: {},
			inputs: [],
			outputs: ['main'],
			properties: [],
		},
		execute: async () => [items],
	};
}

function testedNode({ node, parameters, onError, tries }: Execution): INode {
	return {
		id: 'ondemand',
		name: 'OnDemand',
		type: node,
		typeVersion: 1,
		position: [200, 0],
		parameters,
		credentials: { onDemandApi: { id: 'ondemand', name: 'OnDemand account' } },
		onError,
		...(tries && { retryOnFail: true, maxTries: tries, waitBetweenTries: 1 }),
	};
}

function additionalData(
	{ credential, onChunk }: Execution,
	mode: 'webhook' | 'manual',
): IWorkflowExecuteAdditionalData {
	const workflowData: IWorkflowBase = {
		id: 'test',
		name: 'Test',
		active: false,
		activeVersionId: null,
		isArchived: false,
		createdAt: new Date(),
		updatedAt: new Date(),
		nodes: [],
		connections: {},
	};
	const hooks = new ExecutionLifecycleHooks(mode, '1', workflowData);
	if (onChunk) hooks.addHandler('sendChunk', async (chunk) => onChunk(chunk));
	const notUsed = async (): Promise<never> => {
		throw new Error('Tests run no other workflow');
	};
	return {
		externalSecretsProxy: new ExternalSecretsProxy(),
		credentialsHelper: new OneCredential(new OnDemandApi(), credential),
		executeWorkflow: notUsed,
		getRunExecutionData: notUsed,
		getRuntimeCredential: notUsed,
		startRunnerTask: notUsed,
		currentNodeExecutionIndex: 0,
		hooks,
		streamingEnabled: onChunk !== undefined,
		restApiUrl: UNREACHABLE,
		instanceBaseUrl: UNREACHABLE,
		formBaseUrl: UNREACHABLE,
		formWaitingBaseUrl: UNREACHABLE,
		formTestBaseUrl: UNREACHABLE,
		webhookBaseUrl: UNREACHABLE,
		webhookWaitingBaseUrl: UNREACHABLE,
		webhookTestBaseUrl: UNREACHABLE,
		mcpBaseUrl: UNREACHABLE,
		mcpTestBaseUrl: UNREACHABLE,
		variables: {},
		logAiEvent: () => {},
	};
}
