import type { INodeProperties } from 'n8n-workflow';
import { externalUserId } from '../../../shared/descriptions/chat';
import { simplify } from '../../../shared/descriptions/output';
import { pluginIds } from '../../../shared/descriptions/plugins';
import { throughDoor } from '../../../shared/door';
import type { OperationDescription } from '../../../shared/operation';
import { simplified } from '../../../shared/output';
import { record } from '../../../shared/receive';
import { sessionFields } from './fields';

const parameters: INodeProperties[] = [
	{ ...externalUserId, routing: { send: { type: 'body', property: 'externalUserId' } } },
	pluginIds('pluginIds', 'Plugins that every message of the session may use'),
	...simplify,
];

export const create: OperationDescription = {
	option: {
		name: 'Create',
		value: 'create',
		action: 'Create chat session',
		description: 'Start a conversation for a user of yours',
		routing: throughDoor({
			method: 'POST',
			url: '/chat/v1/sessions',
			parameters,
			receive: [record('data'), simplified(...sessionFields)],
		}),
	},
	parameters,
};
