import type { INodePropertyOptions, INodeType } from 'n8n-workflow';
import { nodeTypes } from '../engine/engine';

/** An operation as the editor shows it. */
export interface Operation {
	node: string;
	/** The name of the node without that of the product, for example `Chat`. */
	family: string;
	resource: string;
	operation: string;
	/** For example `Session: Get Many`, or `Download` in a node with one resource. */
	title: string;
}

/** Every operation of every node, read from what the nodes say of themselves. */
export function allOperations(types: INodeType[] = Object.values(nodeTypes)): Operation[] {
	return types.flatMap(({ description: { name: node, displayName, properties } }) => {
		const resources = properties
			.filter(({ name }) => name === 'resource')
			.flatMap((property) => entriesOf(property.options));
		return properties
			.filter(({ name }) => name === 'operation')
			.flatMap((property) => {
				const shownFor = property.displayOptions?.show?.resource?.[0];
				const resource = resources.find(({ value }) => value === shownFor);
				return entriesOf(property.options).map(({ name, value }) => ({
					node,
					family: displayName.replace('OnDemand ', ''),
					resource: String(resource?.value ?? ''),
					operation: String(value),
					title: resource && resources.length > 1 ? `${resource.name}: ${name}` : name,
				}));
			});
	});
}

function entriesOf(options: unknown[] = []): INodePropertyOptions[] {
	return options.filter(
		(option): option is INodePropertyOptions =>
			typeof option === 'object' && option !== null && 'value' in option,
	);
}
