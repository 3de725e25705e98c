import type { IDataObject } from 'n8n-workflow';
import { incompleteAnswer } from './answer';
import { OnDemandError } from './errors';
import { requiredText, wantedCount } from './parameters';
import { isRecord, recordsAt, valueAt } from './wire';
import type { ItemContext } from './itemContext';

/** A step from the body of an answer to the JSON of the output items. The first step gets the body alone. */
export type Receive = (found: IDataObject[], context: ItemContext) => IDataObject[];

/** The record under a path of the answer. */
export function record(...path: string[]): Receive {
	return ([body]) => {
		const found = valueAt(body, ...path);
		if (isRecord(found)) return [found];
		throw incompleteAnswer(path);
	};
}

/** The records of the list under a path of the answer; OnDemand leaves an empty list out. */
export function records(...path: string[]): Receive {
	return ([body]) => recordsAt(body, ...path);
}

/** Media had its ID under `_id` until 2025; the output always has `id`. */
export const withId: Receive = (found) => found.map(({ _id, ...rest }) => ({ id: _id, ...rest }));

/** What a delete operation gives: which record is gone. */
export function deleted(parameter: string, displayName: string): Receive {
	return (_, context) => [{ deleted: true, id: requiredText(context, parameter, displayName) }];
}

/** The first record of a list that was asked for one only. */
export function first(displayName: string): Receive {
	return ([found]) => {
		if (found) return [found];
		throw new OnDemandError(`Nothing was found under "${displayName}"`, {
			description: `OnDemand lists only what the account owns. Check "${displayName}", or choose from its list.`,
			cause: 'configuration-invalid',
		});
	};
}

/** The list cut at Limit, where the API gives all at once. */
export const limited: Receive = (found, context) => found.slice(0, wantedCount(context));
