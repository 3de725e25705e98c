import type { INodeExecutionData } from 'n8n-workflow';
import type { ItemCall } from '../shared/call';
import { emptyParameter, listOf } from '../shared/parameters';
import { withTextsReplaced } from './fieldPaths';
import { intoEachLanguage } from './intoEachLanguage';
import { translation } from './translation';
import { translatedAround } from './untouchables';

/** Translate Fields: the input item again, with the chosen texts in each target language. */
export async function translateRow(call: ItemCall): Promise<INodeExecutionData[]> {
	const { context } = call;
	const fields = listOf(context.getNodeParameter('fields', ''));
	if (fields.length === 0) throw emptyParameter('Fields');
	const languageField = String(context.getNodeParameter('options.languageField', ''));
	const { json, binary } = context.getInputData();
	return await intoEachLanguage(call, async (languageCode) => {
		const row = await withTextsReplaced(
			json,
			fields,
			async (text) =>
				await translatedAround(text, async (part) => await translation(call, part, languageCode)),
		);
		return { json: { ...row, ...(languageField && { [languageField]: languageCode }) }, binary };
	});
}
