import type {
	DeclarativeRestApiSettings,
	IDataObject,
	IExecutePaginationFunctions,
	IHttpRequestMethods,
	INodeExecutionData,
	INodePropertyRouting,
} from 'n8n-workflow';
import type { ApiAnswer } from './answer';
import { openItemCall } from './call';
import type { ItemCall, OperationPolicy } from './call';
import { asOnDemandError, errorItem, nodeApiError } from './errors';
import { isTool } from './output';
import { allPages } from './paging';
import type { Paging } from './paging';
import { wantedCount } from './parameters';
import type { Receive } from './receive';
import { send } from './send';
import { isRecord } from './wire';

const NOTHING_FOUND: INodeExecutionData = { json: { found: 0, message: 'Nothing was found' } };

/** An operation, as the door carries it out for each item. */
export interface Operation extends OperationPolicy {
	method: IHttpRequestMethods;
	/** Path below the base URL. A `{placeholder}` is filled from the parameter of that name. */
	url: string;
	/** From the answer to the output, step by step. */
	receive?: Receive[];
	/** For a list: how it goes on. Return All and Limit then say how far. */
	paging?: Paging;
	/** For more than one request: what the operation does in place of sending `method url` once. */
	conduct?: (call: ItemCall) => Promise<INodeExecutionData[]>;
}

/**
 * The `routing` of an operation. n8n calls the pagination function for every item, whatever it is about;
 * it is the hook through which all of the package's requests go. There each item ends: as output that is
 * linked to it, as an error item, or as an error that stops the workflow. n8n's own way of sending would
 * lose the link, the input and what the API said.
 */
export function throughDoor(operation: Operation): INodePropertyRouting {
	const { method, url } = operation;
	return {
		request: { method, url },
		send: { paginate: true },
		operations: {
			async pagination(this: IExecutePaginationFunctions, described) {
				return await carryOut(this, described.options, operation);
			},
		},
	};
}

async function carryOut(
	context: IExecutePaginationFunctions,
	described: DeclarativeRestApiSettings.HttpRequestOptions,
	operation: Operation,
): Promise<INodeExecutionData[]> {
	const itemIndex = context.getItemIndex();
	try {
		const call = await openItemCall(context, described, operation);
		const found = await itemsOf(call, operation);
		// An agent takes an empty result for a fault and tries again.
		const items = found.length === 0 && isTool(context) ? [NOTHING_FOUND] : found;
		return items.map((item) => ({ ...item, pairedItem: { item: itemIndex } }));
	} catch (thrown) {
		const error = asOnDemandError(thrown);
		// An agent reads what to do next in an error item; of an error it would get the message alone.
		if (context.continueOnFail() || isTool(context))
			return [{ ...errorItem(error), pairedItem: { item: itemIndex } }];
		throw nodeApiError(error, context.getNode(), itemIndex);
	}
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
