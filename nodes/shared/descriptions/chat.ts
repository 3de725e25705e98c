import type { INodeProperties } from 'n8n-workflow';
import { objectIdIn } from './ids';

/** A chat session, chosen from the account's sessions or given by its ID. */
export const sessionLocator: INodeProperties = {
	displayName: 'Session',
	name: 'sessionId',
	type: 'resourceLocator',
	default: { mode: 'list', value: '' },
	required: true,
	description: 'The conversation. Sessions without a message are not listed; give those by ID.',
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			typeOptions: { searchListMethod: 'searchSessions', searchable: true },
		},
		{
			displayName: 'By ID or Link',
			name: 'id',
			type: 'string',
			placeholder: 'e.g. 6ac98247aa268adc215df6e1',
			extractValue: objectIdIn,
		},
	],
};

/** A model endpoint. Free text stays possible, because the list turns over every few weeks. */
export const modelLocator: INodeProperties = {
	displayName: 'Model',
	name: 'endpointId',
	type: 'resourceLocator',
	default: { mode: 'list', value: '' },
	required: true,
	description: 'The model that answers. The list shows the models that are active now.',
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			typeOptions: { searchListMethod: 'searchModels', searchable: true },
		},
		{
			displayName: 'By ID',
			name: 'id',
			type: 'string',
			placeholder: 'e.g. predefined-claude-fable-5.1',
			hint: 'Models come and go every few weeks. If this ID is refused as not active, choose a model from the list.',
		},
	],
	routing: { send: { type: 'body', property: 'endpointId' } },
};

export const messageId: INodeProperties = {
	displayName: 'Message ID',
	name: 'messageId',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. 6aae750287dd0db069eb8983',
	description: 'The message, as Send gives its ID',
};

/** The user of the calling system whom a session belongs to. Behind a Chat Trigger it needs no change. */
export const externalUserId: INodeProperties = {
	displayName: 'External User ID',
	name: 'externalUserId',
	type: 'string',
	default: '={{ $json.sessionId }}',
	required: true,
	placeholder: 'e.g. customer-0042',
	description: 'Whoever talks, by an ID of your own. A Chat Trigger gives one as sessionId.',
};

export const externalUserFilter: INodeProperties = {
	displayName: 'External User ID',
	name: 'externalUserId',
	type: 'string',
	default: '',
	placeholder: 'e.g. customer-0042',
	description: 'Only what belongs to this user of yours',
	routing: { send: { type: 'query', property: 'externalUserId' } },
};

const sortByCreation: INodeProperties = {
	displayName: 'Sort',
	name: 'sort',
	type: 'options',
	options: [
		{ name: 'Newest First', value: 'desc' },
		{ name: 'Oldest First', value: 'asc' },
	],
	default: 'desc',
	description: 'The order, by the time of creation',
	routing: { send: { type: 'query', property: 'sort' } },
};

/** The filters of both lists of Chat. */
export const chatFilters: INodeProperties = {
	displayName: 'Filters',
	name: 'filters',
	type: 'collection',
	placeholder: 'Add Filter',
	default: {},
	options: [externalUserFilter, sortByCreation],
};
