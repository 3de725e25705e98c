import type { INodeProperties } from 'n8n-workflow';
import { chatFilters } from '../../../shared/descriptions/chat';
import { requestLimitOptions } from '../../../shared/descriptions/limits';
import { returnAllAndLimit } from '../../../shared/descriptions/lists';
import { simplify } from '../../../shared/descriptions/output';
import { throughDoor } from '../../../shared/door';
import type { OperationDescription } from '../../../shared/operation';
import { cursorPaging } from '../../../shared/paging';
import { simplified } from '../../../shared/output';
import { records } from '../../../shared/receive';
import { sessionFields } from './fields';

const parameters: INodeProperties[] = [
	...returnAllAndLimit,
	...simplify,
	chatFilters,
	requestLimitOptions,
];

export const getAll: OperationDescription = {
	option: {
		name: 'Get Many',
		value: 'getAll',
		action: 'Get many chat sessions',
		description:
			'List conversations, the newest first. OnDemand leaves out those without a message.',
		routing: throughDoor({
			method: 'GET',
			url: '/chat/v1/sessions',
			parameters,
			paging: cursorPaging,
			receive: [records('data'), simplified(...sessionFields)],
		}),
	},
	parameters,
};
