import type { INodeExecutionData } from 'n8n-workflow';
import type { ItemCall } from '../shared/call';
import { intoEachLanguage } from './intoEachLanguage';
import { translation } from './translation';

/** Translate: the text of an item, one output item for each target language. */
export async function translateText(call: ItemCall): Promise<INodeExecutionData[]> {
	const text = String(call.request.body.input);
	return await intoEachLanguage(call, async (languageCode) => ({
		json: { languageCode, translatedText: await translation(call, text, languageCode) },
	}));
}
