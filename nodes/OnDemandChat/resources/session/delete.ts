import type { INodeProperties } from 'n8n-workflow';
import { sessionLocator } from '../../../shared/descriptions/chat';
import { throughDoor } from '../../../shared/door';
import type { OperationDescription } from '../../../shared/operation';
import { deleted } from '../../../shared/receive';

const parameters: INodeProperties[] = [sessionLocator];

export const deleteSession: OperationDescription = {
	option: {
		name: 'Delete',
		value: 'delete',
		action: 'Delete chat session',
		description: 'Remove a conversation with all of its messages',
		routing: throughDoor({
			method: 'DELETE',
			url: '/chat/v1/sessions/{sessionId}',
			parameters,
			receive: [deleted('sessionId', sessionLocator.displayName)],
		}),
	},
	parameters,
};
