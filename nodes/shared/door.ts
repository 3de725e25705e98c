import type {
	IAllExecuteFunctions,
	IDataObject,
	IExecuteFunctions,
	IExecutePaginationFunctions,
	INodeExecutionData,
	INodePropertyRouting,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';
import type { ApiAnswer } from './answer';
import { isHarmlessTwice, openItemCall } from './call';
import type { ItemCall, OperationPolicy, RequestTemplate } from './call';
import { eachItem } from './eachItem';
import { asOnDemandError, errorItem, nodeApiError } from './errors';
import { itemContext } from './itemContext';
import type { ItemContext } from './itemContext';
import { isTool } from './output';
import { allPages } from './paging';
import type { Paging } from './paging';
import { wantedCount } from './parameters';
import type { Receive } from './receive';
import { onceForAllTries } from './retryOnFail';
import { send } from './send';
import { isRecord } from './wire';

/** An operation, as the door carries it out for each item. */
export interface Operation extends OperationPolicy, RequestTemplate {
	/** From the answer to the output, step by step. */
	receive?: Receive[];
	/** For a list: how it goes on. Return All and Limit then say how far. */
	paging?: Paging;
	/** For more than one request: what the operation does in place of sending `method url` once. */
	conduct?: (call: ItemCall) => Promise<INodeExecutionData[]>;
}

const operations = new WeakMap<INodePropertyRouting, Operation>();

/**
 * The `routing` of an operation. Wherever n8n hands over one item, as to the tool of an agent, it calls the
 * pagination function; n8n's own way of sending would lose the link, the input and what the API said.
 */
export function throughDoor(operation: Operation): INodePropertyRouting {
	const { method, url } = operation;
	const routing: INodePropertyRouting = {
		request: { method, url },
		send: { paginate: true },
		operations: {
			async pagination(this: IExecutePaginationFunctions) {
				return await carryOut(this, this, operation);
			},
		},
	};
	operations.set(routing, operation);
	return routing;
}

/**
 * The operations of a node for n8n to call with all items at once, by resource and operation. Without them n8n
 * prepares every item before the first request leaves, and nothing else happens in the meantime.
 */
export function allItemsThroughDoor({
	properties,
}: INodeTypeDescription): NonNullable<INodeType['customOperations']> {
	const byResource: NonNullable<INodeType['customOperations']> = {};
	for (const { name, options, displayOptions } of properties) {
		const [resource] = displayOptions?.show?.resource ?? [];
		if (name !== 'operation' || typeof resource !== 'string') continue;
		byResource[resource] = Object.fromEntries(
			(options ?? []).flatMap((option) => {
				const operation = 'routing' in option && option.routing && operations.get(option.routing);
				return operation && 'value' in option
					? [[String(option.value), forAllItems(operation)]]
					: [];
			}),
		);
	}
	return byResource;
}

function forAllItems(operation: Operation) {
	return async function (this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const found = await eachItem(
			this,
			async (itemIndex) => await carryOut(itemContext(this, itemIndex), this, operation),
		);
		return [found];
	};
}

/** Where each item ends: as output that is linked to it, as an error item, or as an error that stops the workflow. */
async function carryOut(
	context: ItemContext,
	n8n: IAllExecuteFunctions,
	operation: Operation,
): Promise<INodeExecutionData[]> {
	const itemIndex = context.getItemIndex();
	try {
		const call = await openItemCall(context, n8n, operation);
		const found = await onceForAllTries(
			context,
			isHarmlessTwice(operation),
			async () => await itemsOf(call, operation),
		);
		// An agent takes an empty result for a fault and tries again.
		const items = found.length === 0 && isTool(context) ? [nothingFound()] : found;
		return items.map((item) => linked(item, itemIndex));
	} catch (thrown) {
		const error = asOnDemandError(thrown);
		// An agent reads what to do next in an error item; of an error it would get the message alone.
		if (context.continueOnFail() || isTool(context))
			return [linked(errorItem(error, context.getNode()), itemIndex)];
		throw nodeApiError(error, context.getNode(), itemIndex);
	}
}

function nothingFound(): INodeExecutionData {
	return { json: { found: 0, message: 'Nothing was found' } };
}

async function itemsOf(call: ItemCall, operation: Operation): Promise<INodeExecutionData[]> {
	if (operation.conduct) return await operation.conduct(call);
	const receive = (answer: ApiAnswer) => received(call, answer, operation.receive ?? []);
	const found = operation.paging
		? await allPages(call, operation.paging, wantedCount(call.context), receive)
		: receive(await send(call));
	return found.map((json) => ({ json }));
}

function received({ context }: ItemCall, { body }: ApiAnswer, steps: Receive[]): IDataObject[] {
	const start = isRecord(body) ? [body] : [];
	return steps.reduce((found, step) => step(found, context), start);
}

/** The item itself, linked to the input that it came from: a copy would lose the mark of an error item. */
function linked(item: INodeExecutionData, itemIndex: number): INodeExecutionData {
	return Object.assign(item, { pairedItem: { item: itemIndex } });
}
