import type {
	GenericValue,
	IAllExecuteFunctions,
	IExecuteFunctions,
	IExecuteSingleFunctions,
} from 'n8n-workflow';
import { inTurn } from './inTurn';

type Helpers = IExecuteSingleFunctions['helpers'];

/** Sends a piece of an item's answer on to whoever waits at a trigger that streams. */
export type SendChunk = (
	type: 'begin' | 'item' | 'end' | 'error',
	itemIndex: number,
	text?: string,
) => Promise<void>;

/** What the package uses of n8n for one item. n8n's own context of a single item has all of it. */
export interface ItemContext
	extends Pick<
		IExecuteSingleFunctions,
		| 'continueOnFail'
		| 'evaluateExpression'
		| 'getCredentials'
		| 'getExecutionCancelSignal'
		| 'getInputData'
		| 'getItemIndex'
		| 'getNode'
		| 'getNodeParameter'
	> {
	helpers: Pick<
		Helpers,
		| 'assertBinaryData'
		| 'binaryToBuffer'
		| 'getBinaryDataBuffer'
		| 'getBinaryMetadata'
		| 'getBinaryStream'
		| 'httpRequest'
		| 'httpRequestWithAuthentication'
		| 'prepareBinaryData'
	>;
	/** There at run time, though n8n's type of a single item does not say so. */
	isStreaming?(): boolean;
	sendChunk?: SendChunk;
}

/** One item of a node that n8n has handed all of its items at once. */
export function itemContext(all: IExecuteFunctions, itemIndex: number): ItemContext {
	const { helpers } = all;
	return {
		continueOnFail: () => all.continueOnFail(),
		evaluateExpression: (expression) => all.evaluateExpression(expression, itemIndex),
		// Each reading asks n8n's database; all at once they would hold up everything else that needs it.
		getCredentials: async (type) =>
			await inTurn(all, async () => await all.getCredentials(type, itemIndex)),
		getExecutionCancelSignal: () => all.getExecutionCancelSignal(),
		getInputData: () => all.getInputData()[itemIndex],
		getItemIndex: () => itemIndex,
		getNode: () => all.getNode(),
		getNodeParameter: (name: string, fallback?: GenericValue, options?: object) =>
			all.getNodeParameter(name, itemIndex, fallback, options),
		helpers: {
			assertBinaryData: (field) => helpers.assertBinaryData(itemIndex, field),
			binaryToBuffer: helpers.binaryToBuffer,
			getBinaryDataBuffer: async (field) => await helpers.getBinaryDataBuffer(itemIndex, field),
			getBinaryMetadata: helpers.getBinaryMetadata,
			getBinaryStream: helpers.getBinaryStream,
			httpRequest: helpers.httpRequest,
			httpRequestWithAuthentication: helpers.httpRequestWithAuthentication,
			prepareBinaryData: helpers.prepareBinaryData,
		},
		// Older versions of n8n do not stream.
		isStreaming: () => 'isStreaming' in all && all.isStreaming(),
		sendChunk: async (type, index, text) => await all.sendChunk(type, index, text),
	};
}

/** The n8n that a request is sent with, ended by a signal; n8n itself knows the execution's alone. */
export function endedBy(n8n: IAllExecuteFunctions, signal?: AbortSignal): IAllExecuteFunctions {
	return Object.create(n8n, { getExecutionCancelSignal: { value: () => signal } }) as typeof n8n;
}
