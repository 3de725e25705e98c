import type { ItemContext, SendChunk } from './itemContext';

/** Sends pieces of an item's answer on to whoever waits at the trigger. */
export type ForwardChunk = (type: Parameters<SendChunk>[0], text?: string) => Promise<void>;

/** How to forward an item's answer, or undefined where the workflow's trigger does not stream. */
export function forwarding(context: ItemContext): ForwardChunk | undefined {
	const { sendChunk } = context;
	if (!sendChunk || context.isStreaming?.() !== true) return undefined;
	const itemIndex = context.getItemIndex();
	return async (type, text) => await sendChunk.call(context, type, itemIndex, text);
}
