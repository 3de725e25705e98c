import { NodeConnectionTypes } from 'n8n-workflow';
import type { INodeType, INodeTypeDescription } from 'n8n-workflow';
import { allItemsThroughDoor } from '../shared/door';
import { searchPlugins } from '../shared/lists/searchPlugins';
import { modelDescription } from './resources/model';
import { pluginDescription } from './resources/plugin';
import { reasoningModeDescription } from './resources/reasoningMode';

export class OnDemandPlugins implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'OnDemand Plugins',
		name: 'onDemandPlugins',
		icon: { light: 'file:../../icons/ondemand.svg', dark: 'file:../../icons/ondemand.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description: 'Look up the plugins, models and reasoning modes of OnDemand',
		defaults: { name: 'OnDemand Plugins' },
		usableAsTool: true,
		builderHint: {
			searchHint: 'Looks up which plugins, models and reasoning modes OnDemand Chat can use.',
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
					{ name: 'Model', value: 'model' },
					{ name: 'Plugin', value: 'plugin' },
					{ name: 'Reasoning Mode', value: 'reasoningMode' },
				],
				default: 'plugin',
			},
			...modelDescription,
			...pluginDescription,
			...reasoningModeDescription,
		],
	};

	methods = { listSearch: { searchPlugins } };

	customOperations = allItemsThroughDoor(this.description);
}
