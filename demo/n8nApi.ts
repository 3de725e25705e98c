import { isObject, textOf } from '../sandbox/narrow';
import type { JsonObject } from '../sandbox/narrow';

/** The person who owns the demo's n8n. */
export interface Owner {
	email: string;
	password: string;
	firstName: string;
	lastName: string;
}

/** A workflow as n8n keeps it. */
export interface StoredWorkflow {
	id: string;
	name: string;
	/** Changes with every save. */
	versionId: string;
	active: boolean;
}

/** A workflow as it is imported. */
export interface WorkflowContent {
	name: string;
	nodes: JsonObject[];
	connections: JsonObject;
	settings: JsonObject;
}

/** The list in a value; anything else counts as an empty one. */
export function objectsOf(value: unknown): JsonObject[] {
	return Array.isArray(value) ? value.filter(isObject) : [];
}

function storedWorkflow(value: unknown): StoredWorkflow {
	const { id, name, versionId, active } = isObject(value) ? value : {};
	if (typeof id !== 'string' || typeof name !== 'string' || typeof versionId !== 'string') {
		throw new Error('n8n gave a workflow without ID, name or version');
	}
	return { id, name, versionId, active: active === true };
}

/** n8n's own REST interface, as its editor uses it. */
export class N8nApi {
	private cookie = '';

	constructor(
		readonly url: string,
		private readonly signal?: AbortSignal,
	) {}

	/** A response of n8n, whatever its status. */
	async fetch(method: string, path: string, body?: JsonObject): Promise<Response> {
		return await fetch(`${this.url}${path}`, {
			method,
			headers: {
				'browser-id': 'demo',
				cookie: this.cookie,
				...(body && { 'content-type': 'application/json' }),
			},
			body: body && JSON.stringify(body),
			signal: this.signal,
		});
	}

	/** Posts a form, as an upload is sent to a webhook. */
	async postForm(path: string, form: FormData): Promise<Response> {
		return await fetch(`${this.url}${path}`, { method: 'POST', body: form, signal: this.signal });
	}

	/**
	 * Calls n8n.
	 *
	 * @returns the `data` of the answer
	 * @throws Error with n8n's message
	 */
	async call(method: string, path: string, body?: JsonObject): Promise<unknown> {
		const response = await this.fetch(method, `/rest${path}`, body);
		const [sessionCookie] = response.headers.getSetCookie();
		if (sessionCookie) this.cookie = sessionCookie.split(';')[0];
		const text = await response.text();
		const answer: unknown = text.startsWith('{') ? JSON.parse(text) : {};
		if (response.ok) return isObject(answer) ? answer.data : undefined;
		const message = isObject(answer) ? textOf(answer.message) : undefined;
		throw new Error(`n8n answered ${method} ${path} with ${response.status}: ${message ?? text}`);
	}

	/** Signs the owner in; the first time it makes the account. */
	async signIn({ email, password, firstName, lastName }: Owner): Promise<void> {
		const settings = await this.call('GET', '/settings');
		const { userManagement } = isObject(settings) ? settings : {};
		if (isObject(userManagement) && userManagement.showSetupOnFirstLoad === true) {
			await this.call('POST', '/owner/setup', { email, password, firstName, lastName });
		} else {
			await this.call('POST', '/login', { emailOrLdapLoginId: email, password });
		}
	}

	/**
	 * Makes a credential, or updates the one of the same name and type.
	 *
	 * @returns its ID
	 */
	async putCredential(name: string, type: string, data: JsonObject): Promise<string> {
		const known = objectsOf(await this.call('GET', '/credentials')).find(
			(credential) => credential.name === name && credential.type === type,
		);
		const path = known ? `/credentials/${String(known.id)}` : '/credentials';
		const stored = await this.call(known ? 'PATCH' : 'POST', path, { name, type, data });
		const id = isObject(stored) ? textOf(stored.id) : undefined;
		if (id === undefined) throw new Error('n8n gave no credential ID');
		return id;
	}

	/** Lets n8n carry out a credential's test. Throws with the reason when it fails. */
	async testCredential(id: string, name: string, type: string, data: JsonObject): Promise<void> {
		const body = { credentials: { id, name, type, data } };
		const result = await this.call('POST', '/credentials/test', body);
		const { status, message } = isObject(result) ? result : {};
		if (status !== 'OK') throw new Error(`The credential test failed: ${String(message)}`);
	}

	/** All workflows, those in the archive left out. */
	async workflows(): Promise<StoredWorkflow[]> {
		const all = objectsOf(await this.call('GET', '/workflows'));
		return all.filter(({ isArchived }) => isArchived !== true).map(storedWorkflow);
	}

	async createWorkflow(content: WorkflowContent): Promise<StoredWorkflow> {
		return storedWorkflow(await this.call('POST', '/workflows', { ...content }));
	}

	async updateWorkflow(
		{ id, versionId }: StoredWorkflow,
		content: WorkflowContent,
	): Promise<StoredWorkflow> {
		const body = { ...content, versionId };
		return storedWorkflow(await this.call('PATCH', `/workflows/${id}`, body));
	}

	/** Publishes a workflow; its webhooks answer shortly afterwards. */
	async publish({ id, versionId }: StoredWorkflow): Promise<void> {
		await this.call('POST', `/workflows/${id}/activate`, { versionId });
	}

	/** Starts a workflow as the editor's Execute button does. Gives the execution's ID. */
	async execute({ id }: StoredWorkflow, trigger: string): Promise<string> {
		const body = { triggerToStartFrom: { name: trigger } };
		const answer = await this.call('POST', `/workflows/${id}/run`, body);
		const executionId = isObject(answer) ? textOf(answer.executionId) : undefined;
		if (executionId === undefined) throw new Error('n8n did not start the workflow');
		return executionId;
	}
}
