import type { INodeProperties } from 'n8n-workflow';
import { messageId, sessionLocator } from '../../../shared/descriptions/chat';
import { simplify } from '../../../shared/descriptions/output';
import { throughDoor } from '../../../shared/door';
import type { OperationDescription } from '../../../shared/operation';
import { simplified } from '../../../shared/output';
import { record } from '../../../shared/receive';
import { messageFields } from './fields';

const parameters: INodeProperties[] = [sessionLocator, messageId, ...simplify];

export const get: OperationDescription = {
	option: {
		name: 'Get',
		value: 'get',
		action: 'Get chat message',
		description: 'Read one message with its answer and its status',
		routing: throughDoor({
			method: 'GET',
			url: '/chat/v1/sessions/{sessionId}/messages/{messageId}',
			parameters,
			receive: [record('data'), simplified(...messageFields)],
		}),
	},
	parameters,
};
