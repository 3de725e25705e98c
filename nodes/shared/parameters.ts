import { NodeHelpers } from 'n8n-workflow';
import type { IDataObject, IGetNodeParameterOptions, INodeProperties } from 'n8n-workflow';
import type { ItemCall, OperationPolicy, RequestTemplate } from './call';
import { OnDemandError } from './errors';
import type { ItemContext } from './itemContext';
import { isRecord, withoutEmpty } from './wire';

/**
 * The request of an operation for an item, made ready to send: what each parameter gives where its `routing` says,
 * the path's `{placeholders}` filled from the parameters of the same name, lists made of comma-separated text,
 * empty options left out.
 *
 * @throws OnDemandError that names a required parameter which is empty for this item
 */
export function describedRequest(
	context: ItemContext,
	{ method, url, parameters, isRepeatable }: OperationPolicy & RequestTemplate,
): Pick<ItemCall, 'request' | 'subjects'> {
	const sent = { query: {}, body: {} };
	for (const { parameter, path, type, wirePath } of sentParameters(parameters)) {
		if (!isShown(context, parameter)) continue;
		const value = context.getNodeParameter(path, null, extraction(parameter));
		if (parameter.required && isBlank(value)) throw emptyParameter(parameter.displayName);
		if (value !== null) setAt(sent[type], wirePath, asSent(parameter, value));
	}
	const subjects: Record<string, string> = {};
	const request = {
		method,
		path: filledPath(context, url, parameters, subjects),
		query: withoutEmpty(sent.query),
		body: withoutEmpty(sent.body),
		isRepeatable,
	};
	return { request, subjects };
}

/** The error that names a required parameter which has no value for an item. */
export function emptyParameter(displayName: string): OnDemandError {
	return new OnDemandError(`The parameter "${displayName}" is empty`, {
		description: `Fill in "${displayName}", or check that its expression gives a value for this item.`,
		cause: 'configuration-invalid',
	});
}

function notText(displayName: string): OnDemandError {
	return new OnDemandError(`The parameter "${displayName}" holds an object, not text`, {
		description:
			'Let its expression point to a text field, or turn the object into text with toJsonString().',
		cause: 'configuration-invalid',
	});
}

/** The text of a parameter that has to be there. Resource locators give their value. */
export function requiredText(context: ItemContext, name: string, displayName: string): string {
	const given = context.getNodeParameter(name, '');
	const chosen = isRecord(given) && '__rl' in given ? given.value : given;
	if (isBlank(chosen)) throw emptyParameter(displayName);
	if (typeof chosen === 'object') throw notText(displayName);
	return String(context.getNodeParameter(name, '', { extractValue: true })).trim();
}

/** The entries of a list parameter: a list, or text with commas as expressions often give. */
export function listOf(value: unknown): string[] {
	const entries = Array.isArray(value) ? value : String(value ?? '').split(',');
	return entries.map((entry) => String(entry).trim()).filter((entry) => entry !== '');
}

/**
 * How many records a list operation is to give, by Return All and Limit.
 *
 * @throws OnDemandError when Limit is not a whole number above zero
 */
export function wantedCount(context: ItemContext): number {
	if (context.getNodeParameter('returnAll', false) === true) return Infinity;
	return wholeNumber(context, 'limit', 'Limit', 50);
}

/**
 * A number parameter that counts something.
 *
 * @throws OnDemandError when it is not a whole number above zero
 */
export function wholeNumber(
	context: ItemContext,
	name: string,
	displayName: string,
	fallback: number,
): number {
	const value = Number(context.getNodeParameter(name, fallback));
	if (Number.isInteger(value) && value >= 1) return value;
	throw new OnDemandError(`The parameter "${displayName}" is not a whole number above zero`, {
		description: `Enter a number such as ${fallback}, or check what the expression gives for this item.`,
		cause: 'configuration-invalid',
	});
}

/** A parameter that is sent: where its value is found in the node, and where it goes. */
interface SentParameter {
	parameter: INodeProperties;
	path: string;
	type: 'query' | 'body';
	wirePath: string[];
}

/** Every parameter that is sent, options inside collections too. */
function sentParameters(parameters: INodeProperties[], collection = ''): SentParameter[] {
	return parameters.flatMap((parameter) => {
		const path = collection + parameter.name;
		const nested = parameter.type === 'collection' ? (parameter.options ?? []) : [];
		const { property, type = 'body' } = parameter.routing?.send ?? {};
		return [
			...(property ? [{ parameter, path, type, wirePath: property.split('.') }] : []),
			...sentParameters(
				nested.filter((option): option is INodeProperties => 'type' in option),
				`${path}.`,
			),
		];
	});
}

/** A resource locator gives its value alone. */
function extraction({ type }: INodeProperties): IGetNodeParameterOptions | undefined {
	return type === 'resourceLocator' ? { extractValue: true } : undefined;
}

/** The display name of the parameter that an API message speaks of by its wire name, for example `endpointId`. */
export function displayNameIn(message: string, parameters: INodeProperties[]): string | undefined {
	const words = new Set(message.split(/[^A-Za-z]+/));
	const sent = sentParameters(parameters).find(({ wirePath }) => words.has(wirePath.at(-1) ?? ''));
	const named = sent?.parameter ?? parameters.find(({ name }) => words.has(name));
	return named?.displayName;
}

function filledPath(
	context: ItemContext,
	template: string,
	parameters: INodeProperties[],
	subjects: Record<string, string>,
): string {
	return template.replace(/\{(\w+)\}/g, (placeholder: string, name: string) => {
		const parameter = parameters.find((candidate) => candidate.name === name);
		// What a hidden parameter does not give, the operation finds out by itself.
		if (!parameter || !isShown(context, parameter)) return placeholder;
		const id = requiredText(context, name, parameter.displayName);
		subjects[parameter.displayName] = id;
		return encodeURIComponent(id);
	});
}

/** A parameter that another one hides is not asked for. */
function isShown(context: ItemContext, parameter: INodeProperties): boolean {
	const node = context.getNode();
	return NodeHelpers.displayParameter(node.parameters, parameter, node, null);
}

/** Expressions give what they like: a list parameter takes text with commas, a text parameter takes a number. */
function asSent(parameter: INodeProperties, value: unknown): IDataObject[string] {
	if (parameter.type === 'multiOptions' || parameter.typeOptions?.multipleValues === true) {
		return listOf(value);
	}
	if (parameter.type === 'string' && typeof value === 'object') {
		throw notText(parameter.displayName);
	}
	return parameter.type === 'string' ? String(value) : (value as IDataObject[string]);
}

function isBlank(value: unknown): boolean {
	if (typeof value === 'string') return value.trim() === '';
	return value === undefined || value === null || (Array.isArray(value) && value.length === 0);
}

function setAt(holder: IDataObject, path: string[], value: IDataObject[string]): void {
	const [key, ...rest] = path;
	if (rest.length === 0) {
		holder[key] = value;
		return;
	}
	const inner = isRecord(holder[key]) ? holder[key] : {};
	holder[key] = inner;
	setAt(inner, rest, value);
}
