import { runScript } from '../scripts';
import { TRANSLATE } from '../server/routes';
import { names } from './contestant';
import type { Contestant } from './contestant';

/** The request by a script that does nothing else: what the machine could do at best. */
export const axiosScript: Contestant = {
	name: names.script,
	translate: async (stage, items) => {
		const found = await runScript(stage, 'axiosScript', [stage.server.url + TRANSLATE, items]);
		return {
			milliseconds: Number(found.milliseconds),
			peakMemory: Number(found.peakMemory),
			translated: Number(found.translated),
			traffic: await stage.server.traffic(),
		};
	},
};
