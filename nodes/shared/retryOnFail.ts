import type { INodeExecutionData } from 'n8n-workflow';
import { asOnDemandError } from './errors';
import { isTool } from './output';
import type { ItemContext } from './itemContext';

type Outcome = Promise<INodeExecutionData[]>;

/** What became of items that Retry On Fail may hand over again; forgotten with the execution's signal. */
const dealtWith = new WeakMap<AbortSignal, Map<string, Outcome>>();

/**
 * Carries out an item once, however often Retry On Fail runs its node. n8n hands all items over again when one
 * failed: those that succeeded give what they gave, and a request that may have been carried out is not sent
 * again. Only what surely failed is tried again.
 *
 * @param isRepeatable whether it does no harm to carry the item out a second time
 */
export async function onceForAllTries(
	context: ItemContext,
	isRepeatable: boolean,
	carryOut: () => Outcome,
): Outcome {
	const signal = context.getExecutionCancelSignal();
	const { id, retryOnFail } = context.getNode();
	// An agent may call its tool many times in one run, each time for something else.
	if (!signal || !retryOnFail || isTool(context)) return await carryOut();
	const index = context.getItemIndex();
	const run = String(context.evaluateExpression('={{ $runIndex }}', index));
	const item = `${id} ${run} ${index}`;
	const known = dealtWith.get(signal) ?? new Map<string, Outcome>();
	dealtWith.set(signal, known);
	const outcome = known.get(item) ?? carryOut();
	known.set(item, outcome);
	const [settled] = await Promise.allSettled([outcome]);
	const mayTryAgain =
		settled.status === 'fulfilled'
			? settled.value.some(({ json }) => typeof json.error === 'string')
			: isRepeatable || !asOnDemandError(settled.reason).facts.isOutcomeUnknown;
	if (mayTryAgain) known.delete(item);
	return await outcome;
}
