import { byId } from './row';
import type { Row } from './row';

export const pluginsRows: Row[] = [
	{
		does: 'Plugin: Get',
		node: 'onDemandPlugins',
		parameters: {
			resource: 'plugin',
			operation: 'get',
			pluginId: byId('plugin-1700000001'),
			simplify: true,
		},
		sends: {
			operationId: 'listPlugins',
			path: '/plugin/v1/list',
			query: { pluginIds: 'plugin-1700000001' },
		},
	},
	{
		does: 'Plugin: Get Many',
		node: 'onDemandPlugins',
		parameters: {
			resource: 'plugin',
			operation: 'getAll',
			returnAll: false,
			limit: 10,
			simplify: true,
			filters: { pluginIds: 'plugin-1700000001,plugin-1700000002' },
			options: { maxParallelRequests: 4, rateLimitWait: 60 },
		},
		sends: {
			operationId: 'listPlugins',
			path: '/plugin/v1/list',
			query: { pluginIds: 'plugin-1700000001,plugin-1700000002', page: '1', limit: '10' },
		},
	},
	{
		does: 'Model: Get Many',
		node: 'onDemandPlugins',
		parameters: {
			resource: 'model',
			operation: 'getAll',
			returnAll: false,
			limit: 5,
			simplify: true,
			filters: { type: 'on_demand', includeInactive: true },
		},
		sends: {
			operationId: 'listModelEndpoints',
			path: '/config/v1/public/endpoints',
			query: { type: 'on_demand' },
		},
	},
	{
		does: 'Reasoning Mode: Get Many',
		node: 'onDemandPlugins',
		parameters: {
			resource: 'reasoningMode',
			operation: 'getAll',
			returnAll: false,
			limit: 5,
		},
		sends: { operationId: 'listReasoningModes', path: '/config/v1/public/reasoning_modes' },
	},
];
