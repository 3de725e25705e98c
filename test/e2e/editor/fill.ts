import { isObject, textOf } from '../../../sandbox/narrow';
import type { JsonObject } from '../../../sandbox/narrow';
import type { Sandbox } from '../../../sandbox/server';

/** How many there are of each thing that is listed: more than two pages of the API. */
export const MANY = 125;

/** A model that the sandbox always has, and one that has been retired. */
export const models = {
	active: { id: 'predefined-claude-fable-5.1', name: 'claude-fable-5.1 (1,000,000 tokens)' },
	inactive: 'predefined-openai-gpt4o',
};

const DOCUMENT_AGENT = 'plugin-1713954536';

/** A session is called by the first six words of its first message. */
const QUESTIONS: Array<(order: number) => string> = [
	(order) => `Where is my parcel ${order} now?`,
	(order) => `Can you change order ${order} for me?`,
	(order) => `How do I return order ${order} to you?`,
	(order) => `Why was invoice ${order} charged twice?`,
	(order) => `Please cancel order ${order} for me.`,
];

const FILES = ['terms', 'price list', 'warranty', 'size chart', 'care guide'];

function fourDigits(number: number): string {
	return String(number).padStart(4, '0');
}

/** The users whose sessions fill the sandbox. */
export function userOf(index: number): string {
	return `customer-${fourDigits(index)}`;
}

/** The names of the files that fill the sandbox. */
export function fileNameOf(index: number): string {
	return `${FILES[index % FILES.length]} ${fourDigits(index)}.txt`;
}

async function post(sandbox: Sandbox, path: string, body: JsonObject | FormData): Promise<string> {
	const isForm = body instanceof FormData;
	const response = await fetch(`${sandbox.url}${path}`, {
		method: 'POST',
		headers: { apikey: sandbox.apiKey, ...(!isForm && { 'content-type': 'application/json' }) },
		body: isForm ? body : JSON.stringify(body),
	});
	const answer: unknown = await response.json();
	const { data } = isObject(answer) ? answer : {};
	const { id, _id } = isObject(data) ? data : {};
	if (!response.ok) throw new Error(`The sandbox answered ${path} with ${response.status}`);
	return textOf(id) ?? textOf(_id) ?? '';
}

async function addSession(sandbox: Sandbox, index: number): Promise<void> {
	const session = await post(sandbox, '/chat/v1/sessions', { externalUserId: userOf(index) });
	await post(sandbox, `/chat/v1/sessions/${session}/query`, {
		query: QUESTIONS[index % QUESTIONS.length](1000 + index),
		endpointId: models.active.id,
		responseMode: 'sync',
	});
}

/** Uploads a text file. Gives its ID. */
export async function addFile(sandbox: Sandbox, name: string, content: string): Promise<string> {
	const form = new FormData();
	form.set('plugins', DOCUMENT_AGENT);
	form.set('responseMode', 'sync');
	form.set('file', new Blob([content], { type: 'text/plain' }), name);
	return await post(sandbox, '/media/v1/public/file/raw', form);
}

/** Puts more into the sandbox than a page of any list holds. */
export async function fill(sandbox: Sandbox): Promise<void> {
	sandbox.configure({ extraModels: MANY });
	for (let index = 1; index <= MANY; index++) {
		await addSession(sandbox, index);
		await addFile(sandbox, fileNameOf(index), `What is in file ${index}.`);
	}
}
