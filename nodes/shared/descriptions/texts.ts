import type { INodeProperties } from 'n8n-workflow';
import { wholeNumber } from '../parameters';
import type { ItemContext } from '../itemContext';

/** Characters that one request holds where the user sets nothing; the speech models of OnDemand take 4,096. */
const DEFAULT_MAX_CHARACTERS = 3000;

/** How much of a long text goes into one request. */
export const maxCharacters: INodeProperties = {
	displayName: 'Max Characters per Request',
	name: 'maxCharacters',
	type: 'number',
	typeOptions: { minValue: 1 },
	default: DEFAULT_MAX_CHARACTERS,
	description:
		'Longer texts are sent in parts, cut at the ends of paragraphs and sentences, and joined again. OnDemand publishes no limit of its own.',
};

/**
 * What `maxCharacters` is for an item.
 *
 * @throws OnDemandError when it is not a whole number above zero
 */
export function maxCharactersOf(context: ItemContext): number {
	const { displayName } = maxCharacters;
	return wholeNumber(context, 'options.maxCharacters', displayName, DEFAULT_MAX_CHARACTERS);
}
