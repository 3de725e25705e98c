import { NodeConnectionTypes } from 'n8n-workflow';
import type { INodeType, INodeTypeDescription } from 'n8n-workflow';
import { allItemsThroughDoor } from '../shared/door';
import { getPlugins } from '../shared/lists/getPlugins';
import { searchModels } from '../shared/lists/searchModels';
import { searchSessions } from '../shared/lists/searchSessions';
import { messageDescription } from './resources/message';
import { sessionDescription } from './resources/session';
import { hints } from './hints';

export class OnDemandChat implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'OnDemand Chat',
		name: 'onDemandChat',
		icon: { light: 'file:../../icons/ondemand.svg', dark: 'file:../../icons/ondemand.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description: 'Hold conversations with the AI models and plugins of OnDemand',
		defaults: { name: 'OnDemand Chat' },
		usableAsTool: true,
		hints,
		builderHint: {
			searchHint:
				'Answers chat messages with OnDemand models and plugins. Put it behind a Chat Trigger or Webhook that responds by streaming; the session mode Latest of External User keeps the memory of each user.',
			relatedNodes: [
				{
					nodeType: '@n8n/n8n-nodes-langchain.chatTrigger',
					relationHint: 'Gives chatInput and sessionId, which the defaults of this node take',
				},
			],
		},
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'onDemandApi', required: true }],
		requestDefaults: { headers: { Accept: 'application/json' } },
		properties: [
			{
				displayName: 'Resource',
				name: 'resource',
				type: 'options',
				noDataExpression: true,
				options: [
					{ name: 'Message', value: 'message' },
					{ name: 'Session', value: 'session' },
				],
				default: 'message',
			},
			...messageDescription,
			...sessionDescription,
		],
	};

	methods = {
		listSearch: { searchModels, searchSessions },
		loadOptions: { getPlugins },
	};

	customOperations = allItemsThroughDoor(this.description);
}
