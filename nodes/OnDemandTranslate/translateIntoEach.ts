import type { INodeExecutionData } from 'n8n-workflow';
import { textOf } from '../shared/answer';
import type { ItemCall } from '../shared/call';
import { emptyParameter, listOf } from '../shared/parameters';
import { eachPart } from '../shared/parts';
import { send } from '../shared/send';

/** Translate: one request and one output item for each target language. */
export async function translateIntoEach(call: ItemCall): Promise<INodeExecutionData[]> {
	const languages = listOf(call.context.getNodeParameter('targetLanguages', []));
	if (languages.length === 0) throw emptyParameter('Target Languages');
	return await eachPart(
		call,
		[...new Set(languages)],
		(languageCode) => ({ languageCode }),
		async (languageCode) => {
			const body = { ...call.request.body, languageCode };
			const answer = await send(call, { ...call.request, body });
			const translatedText = textOf(answer, 'data', 'translatedText');
			return { json: { languageCode, translatedText } };
		},
	);
}
