import type { INodeProperties } from 'n8n-workflow';
import { sessionLocator } from '../../../shared/descriptions/chat';
import { simplify } from '../../../shared/descriptions/output';
import { throughDoor } from '../../../shared/door';
import type { OperationDescription } from '../../../shared/operation';
import { simplified } from '../../../shared/output';
import { record } from '../../../shared/receive';
import { sessionFields } from './fields';

const parameters: INodeProperties[] = [sessionLocator, ...simplify];

export const get: OperationDescription = {
	option: {
		name: 'Get',
		value: 'get',
		action: 'Get chat session',
		description: 'Read one conversation: its title, its user and its plugins',
		routing: throughDoor({
			method: 'GET',
			url: '/chat/v1/sessions/{sessionId}',
			parameters,
			receive: [record('data'), simplified(...sessionFields)],
		}),
	},
	parameters,
};
