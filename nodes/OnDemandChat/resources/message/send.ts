import type { INodeProperties } from 'n8n-workflow';
import { externalUserId, modelLocator, sessionLocator } from '../../../shared/descriptions/chat';
import { simplify } from '../../../shared/descriptions/output';
import { pluginIds } from '../../../shared/descriptions/plugins';
import { throughDoor } from '../../../shared/door';
import type { OperationDescription } from '../../../shared/operation';
import { answerQuery } from '../../answerQuery';
import { modelOptions } from './options';

const parameters: INodeProperties[] = [
	{
		displayName: 'Session Mode',
		name: 'sessionMode',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: 'Existing Session',
				value: 'existing',
				description: 'Continue one conversation',
			},
			{
				name: 'Latest of External User',
				value: 'latest',
				description: 'Continue the user’s newest conversation, or start the first one',
			},
			{
				name: 'New Session',
				value: 'new',
				description: 'Start a conversation with this message',
			},
		],
		default: 'latest',
		description: 'Which conversation the message belongs to',
	},
	{ ...sessionLocator, displayOptions: { show: { sessionMode: ['existing'] } } },
	{ ...externalUserId, displayOptions: { show: { sessionMode: ['latest', 'new'] } } },
	{
		displayName: 'Message',
		name: 'query',
		type: 'string',
		typeOptions: { rows: 3 },
		default: '={{ $json.chatInput }}',
		required: true,
		placeholder: 'e.g. When will my parcel arrive?',
		description: 'What to ask. A Chat Trigger gives it as chatInput.',
		routing: { send: { type: 'body', property: 'query' } },
	},
	modelLocator,
	pluginIds('pluginIds', 'Plugins that this message may use, in place of those of the session'),
	{
		displayName: 'Response Mode',
		name: 'responseMode',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: 'Stream',
				value: 'stream',
				description:
					'Receive the answer bit by bit; it is passed on at once where the trigger streams',
			},
			{
				name: 'Sync',
				value: 'sync',
				description: 'Receive the whole answer in one piece',
			},
			{
				name: 'Webhook',
				value: 'webhook',
				description: 'Return at once; OnDemand sends the answer to the webhook of your account',
			},
		],
		default: 'stream',
		description: 'How OnDemand gives the answer',
		routing: { send: { type: 'body', property: 'responseMode' } },
	},
	...simplify,
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options: modelOptions,
	},
];

export const send: OperationDescription = {
	option: {
		name: 'Send',
		value: 'send',
		action: 'Send chat message',
		description: 'Ask a question and get the answer of an OnDemand model',
		routing: throughDoor({
			method: 'POST',
			url: '/chat/v1/sessions/{sessionId}/query',
			parameters,
			conduct: answerQuery,
		}),
	},
	parameters,
};
