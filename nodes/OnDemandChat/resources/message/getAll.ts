import type { INodeProperties } from 'n8n-workflow';
import { chatFilters, sessionLocator } from '../../../shared/descriptions/chat';
import { requestLimitOptions } from '../../../shared/descriptions/limits';
import { returnAllAndLimit } from '../../../shared/descriptions/lists';
import { simplify } from '../../../shared/descriptions/output';
import { throughDoor } from '../../../shared/door';
import type { OperationDescription } from '../../../shared/operation';
import { cursorPaging } from '../../../shared/paging';
import { simplified } from '../../../shared/output';
import { records } from '../../../shared/receive';
import { messageFields } from './fields';

const parameters: INodeProperties[] = [
	sessionLocator,
	...returnAllAndLimit,
	...simplify,
	chatFilters,
	requestLimitOptions,
];

export const getAll: OperationDescription = {
	option: {
		name: 'Get Many',
		value: 'getAll',
		action: 'Get many chat messages',
		description: 'List the messages of a conversation, the newest first',
		routing: throughDoor({
			method: 'GET',
			url: '/chat/v1/sessions/{sessionId}/messages',
			parameters,
			paging: cursorPaging,
			receive: [records('data'), simplified(...messageFields)],
		}),
	},
	parameters,
};
