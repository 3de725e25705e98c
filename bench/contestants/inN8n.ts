import { isObject, textOf } from '../../sandbox/narrow';
import type { JsonObject } from '../../sandbox/narrow';
import { execute } from '../n8n/execution';
import { inLine, manualTrigger, rows } from '../n8n/workflow';
import type { NodeDescription } from '../n8n/workflow';
import type { Contestant } from './contestant';

/**
 * A node that translates, in an n8n of its own for each run.
 *
 * @param describe gives the node for the address of the server
 */
export function inN8n(name: string, describe: (baseUrl: string) => NodeDescription): Contestant {
	const workflow: NonNullable<Contestant['workflow']> = ({ server }, items) =>
		inLine(`${name}, ${items} translations`, [manualTrigger, ...rows(items), describe(server.url)]);
	return {
		name,
		workflow,
		translate: async (stage, items) => {
			const { run, peakMemory } = await execute(stage, workflow(stage, items).id);
			return {
				milliseconds: run.milliseconds,
				peakMemory,
				translated: run.items.filter(isTranslation).length,
				traffic: await stage.server.traffic(),
			};
		},
	};
}

/** Some give the answer's `data`, some the whole answer. */
function isTranslation({ translatedText, data }: JsonObject): boolean {
	const text = textOf(translatedText) ?? (isObject(data) ? textOf(data.translatedText) : undefined);
	return text?.startsWith('[fr] ') === true;
}
