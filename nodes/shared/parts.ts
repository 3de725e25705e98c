import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import type { ItemCall } from './call';
import { asOnDemandError, errorItem, OnDemandError } from './errors';

/**
 * Carries out the parts of an item side by side, for example one for each target language. Where the node
 * goes on after an error, a part that failed becomes an error item of its own, and the others are kept.
 *
 * @param about what tells the part of an error item from the others
 * @throws OnDemandError of the first part that failed, where the node stops on errors
 */
export async function eachPart<Part>(
	call: ItemCall,
	parts: Part[],
	about: (part: Part) => IDataObject,
	carryOut: (part: Part) => Promise<INodeExecutionData>,
): Promise<INodeExecutionData[]> {
	const outcomes = await Promise.allSettled(parts.map(carryOut));
	return outcomes.map((outcome, index) => {
		if (outcome.status === 'fulfilled') return outcome.value;
		const { message, facts } = asOnDemandError(outcome.reason);
		const error = new OnDemandError(message, { ...facts, about: about(parts[index]) });
		if (call.context.continueOnFail()) return errorItem(error, call.context.getNode());
		throw error;
	});
}
