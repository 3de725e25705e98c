import type { INodeExecutionData } from 'n8n-workflow';
import type { ItemCall } from '../shared/call';
import { emptyParameter, listOf } from '../shared/parameters';
import { eachPart } from '../shared/parts';

/**
 * One output item for each target language of an item.
 *
 * @throws OnDemandError when there is no target language
 */
export async function intoEachLanguage(
	call: ItemCall,
	translated: (languageCode: string) => Promise<INodeExecutionData>,
): Promise<INodeExecutionData[]> {
	const languages = listOf(call.context.getNodeParameter('targetLanguages', []));
	if (languages.length === 0) throw emptyParameter('Target Languages');
	return await eachPart(
		call,
		[...new Set(languages)],
		(languageCode) => ({ languageCode }),
		translated,
	);
}
