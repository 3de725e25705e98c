import { textOf } from '../shared/answer';
import type { ItemCall } from '../shared/call';
import { maxCharactersOf } from '../shared/descriptions/texts';
import { textParts, withoutEnds } from '../shared/longText';
import { send } from '../shared/send';

/** What each running execution has had translated. It is forgotten with the execution's signal. */
const translated = new WeakMap<AbortSignal, Map<string, Promise<string>>>();

/**
 * Translates a text. A long one is sent in parts; blanks stay where they are. Texts that come again within
 * an execution, in other items or in another try of Retry On Fail, are asked for once.
 *
 * @throws OnDemandError when OnDemand could not translate a part
 */
export async function translation(
	call: ItemCall,
	text: string,
	languageCode: string,
): Promise<string> {
	const limit = maxCharactersOf(call.context);
	const parts = textParts(text, limit).map(async (part) => {
		const [before, core, after] = withoutEnds(part);
		return core === '' ? part : before + (await asked(call, core, languageCode)) + after;
	});
	return (await Promise.all(parts)).join('');
}

async function asked(call: ItemCall, input: string, languageCode: string): Promise<string> {
	const known = knownIn(call);
	const key = JSON.stringify([call.account.baseUrl, input, languageCode]);
	const answer = known.get(key) ?? request(call, input, languageCode);
	known.set(key, answer);
	return await answer.catch(async (thrown: unknown) => {
		// Another try may do better.
		known.delete(key);
		return await Promise.reject<string>(thrown);
	});
}

function knownIn({ signal }: ItemCall): Map<string, Promise<string>> {
	const known = (signal && translated.get(signal)) ?? new Map<string, Promise<string>>();
	if (signal) translated.set(signal, known);
	return known;
}

async function request(call: ItemCall, input: string, languageCode: string): Promise<string> {
	const answer = await send(call, { ...call.request, body: { input, languageCode } });
	return textOf(answer, 'data', 'translatedText');
}
