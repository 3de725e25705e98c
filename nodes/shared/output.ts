import type { IDataObject } from 'n8n-workflow';
import { listOf } from './parameters';
import type { Receive } from './receive';
import type { ItemContext } from './itemContext';

/**
 * As much of each record as Simplify, or Output for an AI agent, asks for.
 *
 * @param simple makes a simplified record of a raw one
 * @param idField is among the selected fields even if it was not named
 */
export function output(simple: (raw: IDataObject) => IDataObject, idField: string): Receive {
	return (found, context) => {
		switch (wanted(context)) {
			case 'raw':
				return found;
			case 'selectedFields': {
				const fields = [idField, ...listOf(context.getNodeParameter('outputFields', ''))];
				return found.map((raw) => picked({ ...raw, ...simple(raw) }, fields));
			}
			default:
				return found.map(simple);
		}
	};
}

/** The same for records whose simplified form is some of their fields, in this order; the first is the ID. */
export function simplified(...fields: string[]): Receive {
	return output((raw) => picked(raw, fields), fields[0]);
}

/** What Simplify or, for an AI agent, Output is set to. */
function wanted(context: ItemContext): unknown {
	if (isTool(context)) return context.getNodeParameter('output', 'simplified');
	return context.getNodeParameter('simplify', true) === true ? 'simplified' : 'raw';
}

/** Whether an AI agent uses the node as its tool; the node's type has another name then. */
export function isTool(context: ItemContext): boolean {
	return context.getNode().type.endsWith('Tool');
}

function picked(raw: IDataObject, fields: string[]): IDataObject {
	return Object.fromEntries(
		fields.filter((field) => raw[field] !== undefined).map((field) => [field, raw[field]]),
	);
}
