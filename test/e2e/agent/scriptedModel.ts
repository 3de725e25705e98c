import { isObject, textOf } from '../../../sandbox/narrow';
import type { JsonObject } from '../../../sandbox/narrow';
import { objectsOf } from '../../../demo/n8nApi';
import type { ModelReply, ToolCall } from './openAiServer';

/** A tool as the model is told of it. */
export interface OfferedTool {
	name: string;
	description: string;
	/** The names of what it takes. */
	parameters: string[];
}

/** The tools that a request offers. */
export function toolsIn(request: JsonObject): OfferedTool[] {
	return objectsOf(request.tools).map((tool) => {
		const { name, description, parameters } = isObject(tool.function) ? tool.function : {};
		const { properties } = isObject(parameters) ? parameters : {};
		return {
			name: textOf(name) ?? '',
			description: textOf(description) ?? '',
			parameters: Object.keys(isObject(properties) ? properties : {}),
		};
	});
}

/** What the tools gave, by the ID of the call. */
export function toolResultsIn(request: JsonObject): Map<string, string> {
	const results = objectsOf(request.messages).filter(({ role }) => role === 'tool');
	return new Map(
		results.map(({ tool_call_id, content }) => [
			String(tool_call_id),
			typeof content === 'string' ? content : JSON.stringify(content),
		]),
	);
}

/** A call that the model makes, by what the tool's description says. */
export interface PlannedCall {
	id: string;
	/** Words of the description by which the model chooses the tool. */
	sought: string;
	input: JsonObject;
}

function chosen(tools: OfferedTool[], { id, sought, input }: PlannedCall): ToolCall {
	const tool = tools.find(({ description }) => description.includes(sought));
	if (!tool) {
		const told = tools.map(({ name, description }) => `${name}: ${description}`).join('; ');
		throw new Error(`No tool is described as “${sought}”. The model was told: ${told}`);
	}
	return { id, name: tool.name, input };
}

/** A model that makes the planned calls round by round, and then tells all that the tools gave. */
export function scripted(rounds: PlannedCall[][]): (request: JsonObject) => ModelReply {
	return (request) => {
		const results = toolResultsIn(request);
		const round = rounds.find((calls) => calls.some(({ id }) => !results.has(id)));
		if (round) return { calls: round.map((call) => chosen(toolsIn(request), call)) };
		const told = [...results].map(([id, result]) => `${id}: ${result}`);
		return { text: `The tools gave\n${told.join('\n')}` };
	};
}
