import type { IExecuteSingleFunctions } from 'n8n-workflow';

/** What n8n's item context can do at run time, though its type does not say so (n8n-core's BaseExecuteContext). */
interface StreamingContext {
	isStreaming(): boolean;
	sendChunk(
		type: 'begin' | 'item' | 'end' | 'error',
		itemIndex: number,
		text?: string,
	): Promise<void>;
}

function canStream(context: object): context is StreamingContext {
	return (
		'isStreaming' in context &&
		typeof context.isStreaming === 'function' &&
		'sendChunk' in context &&
		typeof context.sendChunk === 'function'
	);
}

/** Sends pieces of an item's answer on to whoever waits at the trigger. */
export type ForwardChunk = (
	type: 'begin' | 'item' | 'end' | 'error',
	text?: string,
) => Promise<void>;

/** How to forward an item's answer, or undefined where the workflow's trigger does not stream. */
export function forwarding(context: IExecuteSingleFunctions): ForwardChunk | undefined {
	const streaming: object = context;
	if (!canStream(streaming) || !streaming.isStreaming()) return undefined;
	const itemIndex = context.getItemIndex();
	return async (type, text) => await streaming.sendChunk(type, itemIndex, text);
}
