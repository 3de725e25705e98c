import type { INodeProperties } from 'n8n-workflow';
import { returnAllAndLimit } from '../../../shared/descriptions/lists';
import { simplify } from '../../../shared/descriptions/output';
import { throughDoor } from '../../../shared/door';
import { endpointsIn } from '../../../shared/modelEndpoints';
import type { OperationDescription } from '../../../shared/operation';
import { simplified } from '../../../shared/output';
import { limited } from '../../../shared/receive';
import type { Receive } from '../../../shared/receive';

/** What a person needs of a model. `endpoint_id` is the ID that Chat takes. */
const modelFields = [
	'endpoint_id',
	'endpoint_name',
	'model_id',
	'status',
	'is_premium',
	'reasoning_efforts',
	'context_length',
	'streaming_supported',
];

/** OnDemand refuses models that are not active, so they are left out unless they are asked for. */
const active: Receive = (found, context) =>
	context.getNodeParameter('filters.includeInactive', false) === true
		? found
		: found.filter(({ status }) => status === 'active');

const parameters: INodeProperties[] = [
	...returnAllAndLimit,
	...simplify,
	{
		displayName: 'Filters',
		name: 'filters',
		type: 'collection',
		placeholder: 'Add Filter',
		default: {},
		options: [
			{
				displayName: 'Include Inactive',
				name: 'includeInactive',
				type: 'boolean',
				default: false,
				description: 'Whether to list models too that cannot answer at the moment',
			},
			{
				displayName: 'Type',
				name: 'type',
				type: 'string',
				default: '',
				placeholder: 'e.g. on_demand',
				description: 'Only models of this type',
				routing: { send: { type: 'query', property: 'type' } },
			},
		],
	},
];

export const getAll: OperationDescription = {
	option: {
		name: 'Get Many',
		value: 'getAll',
		action: 'Get many models',
		description: 'List the models that can answer now, with their context length',
		routing: throughDoor({
			method: 'GET',
			url: '/config/v1/public/endpoints',
			parameters,
			receive: [([body]) => endpointsIn(body), active, limited, simplified(...modelFields)],
		}),
	},
	parameters,
};
