import type { INodeProperties } from 'n8n-workflow';

/**
 * How much of a record is given: Simplify on the canvas; for an AI agent, which pays for every word that it
 * reads, a choice of fields too.
 */
export const simplify: INodeProperties[] = [
	{
		displayName: 'Simplify',
		name: 'simplify',
		type: 'boolean',
		default: true,
		displayOptions: { hide: { '@tool': [true] } },
		description: 'Whether to return a simplified version of the response instead of the raw data',
	},
	{
		displayName: 'Output',
		name: 'output',
		type: 'options',
		options: [
			{ name: 'Raw', value: 'raw', description: 'Everything that OnDemand gives' },
			{
				name: 'Selected Fields',
				value: 'selectedFields',
				description: 'Only the fields that you name, and the ID',
			},
			{ name: 'Simplified', value: 'simplified', description: 'What a reader needs' },
		],
		default: 'simplified',
		displayOptions: { show: { '@tool': [true] } },
		description: 'How much of the response the agent gets to read',
	},
	{
		displayName: 'Output Fields',
		name: 'outputFields',
		type: 'string',
		default: '',
		required: true,
		displayOptions: { show: { '@tool': [true], output: ['selectedFields'] } },
		placeholder: 'e.g. title, createdAt',
		description: 'The fields that the agent gets to read, with commas between them',
	},
];
