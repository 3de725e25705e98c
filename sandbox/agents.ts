import { invalidAgents } from './errors';
import { textList } from './narrow';
import type { JsonObject } from './narrow';
import type { MediaSource } from './state';

const fileAgents = new Map<string, MediaSource>([
	['1713954536', 'document'],
	['1713958591', 'image'],
	['1713958830', 'audio'],
	['1713961903', 'youtube'],
	['1713967141', 'video'],
]);

const otherKnownAgents = ['1716472791', '1775547203'];

function digitsOf(id: string): string | undefined {
	return /^(?:plugin|agent)-(\d+)$/.exec(id)?.[1];
}

/** `agent-N` for `plugin-N`; anything else stays as it is. */
export function toAgentId(id: string): string {
	return id.replace(/^plugin-/, 'agent-');
}

/** `plugin-N` for `agent-N`; anything else stays as it is. */
export function toPluginId(id: string): string {
	return id.replace(/^agent-/, 'plugin-');
}

/** The plugins a body names, under either key, once each and as `plugin-N`. */
export function namedPlugins(body: JsonObject, pluginKey: string, agentKey: string): string[] {
	const ids = [...textList(body[pluginKey]), ...textList(body[agentKey])];
	return [...new Set(ids.map(toPluginId))];
}

/** Throws the 400 that names all plugins which the account cannot use. */
export function requireKnownAgents(pluginIds: string[], owned: ReadonlySet<string>): void {
	const unknown = pluginIds.filter((id) => {
		const digits = digitsOf(id) ?? '';
		return !owned.has(id) && !fileAgents.has(digits) && !otherKnownAgents.includes(digits);
	});
	if (unknown.length > 0) throw invalidAgents(unknown.map(toAgentId));
}

/** The kind of file the first file agent of the list reads; nothing when there is no file agent. */
export function sourceOf(pluginIds: string[]): MediaSource | undefined {
	return pluginIds.map((id) => fileAgents.get(digitsOf(id) ?? '')).find((source) => source);
}
