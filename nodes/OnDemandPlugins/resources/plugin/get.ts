import type { INodeProperties } from 'n8n-workflow';
import { simplify } from '../../../shared/descriptions/output';
import { pluginLocator } from '../../../shared/descriptions/plugins';
import { throughDoor } from '../../../shared/door';
import type { OperationDescription } from '../../../shared/operation';
import { simplified } from '../../../shared/output';
import { first, records } from '../../../shared/receive';
import { pluginFields } from './fields';

const parameters: INodeProperties[] = [pluginLocator, ...simplify];

export const get: OperationDescription = {
	option: {
		name: 'Get',
		value: 'get',
		action: 'Get plugin',
		description: 'Read what one plugin of the account does',
		routing: throughDoor({
			method: 'GET',
			url: '/plugin/v1/list',
			parameters,
			receive: [
				records('data', 'plugins'),
				first(pluginLocator.displayName),
				simplified(...pluginFields),
			],
		}),
	},
	parameters,
};
