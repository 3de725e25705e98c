import { toPluginId } from '../agents';
import type { Operation } from '../core';
import { textOf, wholeNumber } from '../narrow';
import { numberedPage } from '../paging';
import { jsonReply } from '../reply';
import { extraModels, models, plugins, reasoningModes } from '../seeds';

const defaultLimit = 10;

function idsOf(filter: unknown): string[] {
	return (textOf(filter) ?? '')
		.split(',')
		.map((id) => toPluginId(id.trim()))
		.filter(Boolean);
}

const listPlugins: Operation = ({ core, query }) => {
	if (!core.settings.ownsPlugins) {
		const { page, limit } = numberedPage([], query, defaultLimit);
		const asked = wholeNumber(query.limit);
		return jsonReply(200, {
			message: 'Agent fetched successfully',
			page,
			limit: asked >= 1 ? asked : limit,
			data: { total: 0 },
		});
	}
	const wanted = idsOf(query.pluginIds);
	const found = plugins.filter(({ pluginId }) => wanted.length === 0 || wanted.includes(pluginId));
	const lost = wanted.filter((id) => !found.some(({ pluginId }) => pluginId === id));
	const { data, page, limit } = numberedPage(found, query, defaultLimit);
	const message =
		lost.length > 0
			? lost.map((id) => `${id}: plugin subscription not active`).join('; ')
			: 'Plugin list fetched successfully';
	return jsonReply(lost.length > 0 ? 206 : 200, {
		message,
		page,
		limit,
		// A list without entries is left out, as in the answer to an account without plugins.
		data: { total: found.length, ...(data.length > 0 ? { plugins: data } : {}) },
	});
};

const listModelEndpoints: Operation = ({ core, query }) => {
	const type = textOf(query.type);
	const all = [...models, ...extraModels(core.settings.extraModels)];
	const data = all.filter((model) => type === undefined || model.type === type);
	return jsonReply(200, { message: 'Success', data });
};

const listReasoningModes: Operation = () =>
	jsonReply(200, { reasoningModes: { predefined: reasoningModes, userdefined: [] } });

/** Plugins, models and reasoning modes. */
export const pluginOperations: Array<[string, Operation]> = [
	['listPlugins', listPlugins],
	['listModelEndpoints', listModelEndpoints],
	['listReasoningModes', listReasoningModes],
];
