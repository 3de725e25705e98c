import { NodeHelpers } from 'n8n-workflow';
import type {
	DeclarativeRestApiSettings,
	IDataObject,
	IExecuteSingleFunctions,
	INodeProperties,
} from 'n8n-workflow';
import type { ItemCall, OperationPolicy } from './call';
import { OnDemandError } from './errors';
import { isRecord, valueAt, withoutEmpty } from './wire';

/**
 * The request that RoutingNode gathered for an item, made ready to send: the path's `{placeholders}`
 * filled from the parameters of the same name, lists made of comma-separated text, empty options left out.
 *
 * @throws OnDemandError that names a required parameter which is empty for this item
 */
export function describedRequest(
	context: IExecuteSingleFunctions,
	described: DeclarativeRestApiSettings.HttpRequestOptions,
	{ parameters, isRepeatable }: OperationPolicy,
): Pick<ItemCall, 'request' | 'subjects'> {
	const subjects: Record<string, string> = {};
	const query = described.qs ?? {};
	const body = isRecord(described.body) ? described.body : {};
	for (const { parameter, wirePath } of sentParameters(parameters)) {
		const holder = parameter.routing?.send?.type === 'query' ? query : body;
		const value = valueAt(holder, ...wirePath);
		if (parameter.required && isBlank(value) && isShown(context, parameter)) {
			throw emptyParameter(parameter.displayName);
		}
		if (value !== undefined && value !== null) setAt(holder, wirePath, asSent(parameter, value));
	}
	const request = {
		method: described.method ?? 'GET',
		path: filledPath(context, described.url ?? '', parameters, subjects),
		query: withoutEmpty(query),
		body: withoutEmpty(body),
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
export function requiredText(
	context: IExecuteSingleFunctions,
	name: string,
	displayName: string,
): string {
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
export function wantedCount(context: IExecuteSingleFunctions): number {
	if (context.getNodeParameter('returnAll', false) === true) return Infinity;
	return wholeNumber(context, 'limit', 'Limit', 50);
}

/**
 * A number parameter that counts something.
 *
 * @throws OnDemandError when it is not a whole number above zero
 */
export function wholeNumber(
	context: IExecuteSingleFunctions,
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

/** Every parameter that is sent, options inside collections too, with its path on the wire. */
function sentParameters(
	parameters: INodeProperties[],
): Array<{ parameter: INodeProperties; wirePath: string[] }> {
	return parameters.flatMap((parameter) => {
		const nested = parameter.type === 'collection' ? (parameter.options ?? []) : [];
		const property = parameter.routing?.send?.property;
		return [
			...(property ? [{ parameter, wirePath: property.split('.') }] : []),
			...sentParameters(nested.filter((option): option is INodeProperties => 'type' in option)),
		];
	});
}

/** The display name of the parameter that an API message speaks of by its wire name, for example `endpointId`. */
export function displayNameIn(message: string, parameters: INodeProperties[]): string | undefined {
	const words = new Set(message.split(/[^A-Za-z]+/));
	return sentParameters(parameters)
		.concat(parameters.map((parameter) => ({ parameter, wirePath: [parameter.name] })))
		.find(({ wirePath }) => words.has(wirePath[wirePath.length - 1]))?.parameter.displayName;
}

function filledPath(
	context: IExecuteSingleFunctions,
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
function isShown(context: IExecuteSingleFunctions, parameter: INodeProperties): boolean {
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
	if (rest.length === 0) holder[key] = value;
	else if (isRecord(holder[key])) setAt(holder[key], rest, value);
}
