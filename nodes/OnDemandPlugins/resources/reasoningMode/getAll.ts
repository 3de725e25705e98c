import type { INodeProperties } from 'n8n-workflow';
import { returnAllAndLimit } from '../../../shared/descriptions/lists';
import { throughDoor } from '../../../shared/door';
import type { OperationDescription } from '../../../shared/operation';
import { limited } from '../../../shared/receive';
import type { Receive } from '../../../shared/receive';
import { recordsAt } from '../../../shared/wire';

const reasoningModes: Receive = ([body]) => [
	...recordsAt(body, 'reasoningModes', 'predefined'),
	...recordsAt(body, 'reasoningModes', 'userdefined'),
];

const parameters: INodeProperties[] = [...returnAllAndLimit];

export const getAll: OperationDescription = {
	option: {
		name: 'Get Many',
		value: 'getAll',
		action: 'Get many reasoning modes',
		description: 'List the ways in which OnDemand can plan an answer, your own ones too',
		routing: throughDoor({
			method: 'GET',
			url: '/config/v1/public/reasoning_modes',
			parameters,
			receive: [reasoningModes, limited],
		}),
	},
	parameters,
};
