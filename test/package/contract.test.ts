/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-dangerous-functions -- tests run in Node, never inside n8n */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { isObject } from '../../sandbox/narrow';
import type { JsonObject } from '../../sandbox/narrow';
import { Reference } from './reference';

const KEY = 'a-key-that-nobody-may-see';
const root = join(__dirname, '..', '..');
const script = join(root, 'tools/contract/run.ts');

let reference: Reference;
let url: string;
beforeEach(async () => {
	reference = new Reference();
	url = await reference.start();
	reference.documents.set('createmqttuser', operation('/config/v1/public/mqtt_user', 'post'));
	reference.documents.set(
		'deletemqttuser',
		operation('/config/v1/public/mqtt_user/{userId}', 'delete'),
	);
});
afterEach(async () => await reference.stop());

function operation(path: string, method: string): JsonObject {
	return { openapi: '3.0.3', paths: { [path]: { [method]: { responses: {} } } } };
}

/** What `npm run contract:check` prints and ends with. */
async function check(apiKey = KEY, baseUrl = url) {
	const env = { ...process.env, ONDEMAND_API_KEY: apiKey, ONDEMAND_BASE_URL: baseUrl };
	return await new Promise<{ lines: string[]; code: number }>((resolve) => {
		const tsx = join(root, 'node_modules/.bin/tsx');
		const child = execFile(tsx, [script], { env }, (_, stdout, stderr) => {
			const lines = (stdout + stderr).trimEnd().split('\n');
			resolve({ lines, code: child.exitCode ?? -1 });
		});
	});
}

/** A part of a served description, by the keys that lead to it. */
function part(slug: string, ...keys: string[]): JsonObject {
	const found = keys.reduce<unknown>(
		(value, key) => (isObject(value) ? value[key] : undefined),
		reference.documents.get(slug),
	);
	if (!isObject(found)) throw new Error(`${slug} has no ${keys.join(' ')}`);
	return found;
}

describe('npm run contract:check', () => {
	it('finds nothing where nothing has changed', async () => {
		const { lines, code } = await check();
		expect(lines).toEqual(['40 operations compared: nothing has changed']);
		expect(code).toBe(0);
	});

	it.each([
		['a list of words', (slugs: string[]) => slugs],
		['links', (slugs: string[]) => ({ Chat: slugs.map((slug) => `/reference/api/${slug}`) })],
	])('reads an index that is %s', async (_, index) => {
		reference.index = index;
		expect((await check()).code).toBe(0);
	});

	it('tells each change in a line', async () => {
		const speech = ['paths', '/services/v1/public/service/execute/text_to_speech', 'post'];
		const body = ['requestBody', 'content', 'application/json', 'schema'];
		const answer = ['responses', '200', 'content', 'application/json', 'schema', 'properties'];
		part('texttospeech', ...speech, ...body).required = ['input'];
		const fields = part('texttospeech', ...speech, ...body, 'properties');
		fields.voice = { type: 'string', enum: ['alloy', 'sage'] };
		fields.speed = { type: 'number' };
		delete fields.model;
		const data = part('texttospeech', ...speech, ...answer, 'data', 'properties');
		data.durationSec = { type: 'number' };
		delete data.audioUrl;
		const sessions = part('listchatsessions', 'paths', '/chat/v1/sessions', 'get');
		sessions.parameters = [{ name: 'page', in: 'query', schema: { type: 'integer' } }];
		reference.documents.delete('deletemedia');
		reference.documents.set('deletesession', operation('/chat/v1/sessions/{id}', 'delete'));
		reference.documents.set('getprices', operation('/chat/v1/prices', 'get'));

		const { lines, code } = await check();
		const spoken = 'POST /services/v1/public/service/execute/text_to_speech: ';
		expect(lines).toEqual([
			'GET /chat/v1/sessions: query parameter externalUserId is gone',
			'GET /chat/v1/sessions: query parameter sort is gone',
			'GET /chat/v1/sessions: query parameter cursor is gone',
			'GET /chat/v1/sessions: query parameter limit is gone',
			'GET /chat/v1/sessions: query parameter page is new: integer',
			'DELETE /chat/v1/sessions/{sessionId} is documented now',
			'DELETE /media/v1/public/file/{fileId} is gone',
			`${spoken}body field model is gone`,
			`${spoken}body field voice was string, required, one of alloy echo fable nova onyx shimmer; it is string, one of alloy sage now`,
			`${spoken}answer field data.audioUrl is gone`,
			`${spoken}body field speed is new: number`,
			`${spoken}answer field data.durationSec is new: number`,
			'GET /chat/v1/prices is new',
			'41 operations compared: 13 changes',
		]);
		expect(code).toBe(1);
	});

	it('tells when a known difference is there no longer', async () => {
		reference.documents.delete('createmqttuser');
		const { lines, code } = await check();
		expect(lines[0]).toBe('no longer so: POST /config/v1/public/mqtt_user is new');
		expect(code).toBe(1);
	});

	it('says so when OnDemand cannot be reached', async () => {
		await reference.stop();
		const { lines, code } = await check();
		await reference.start();
		expect(lines).toEqual([`OnDemand could not be reached at ${url} (ECONNREFUSED)`]);
		expect(code).toBe(2);
	});

	it('says so when OnDemand refuses the key, and does not show it', async () => {
		reference.refusal = { status: 401, message: `Invalid API Key ${KEY}` };
		const { lines, code } = await check();
		expect(lines).toEqual([
			'OnDemand answered /config/v1/public/docs/categories with 401: Invalid API Key …',
		]);
		expect(code).toBe(2);
		expect(reference.requests).toEqual([{ url: '/config/v1/public/docs/categories', key: KEY }]);
	});

	it('takes an answer without descriptions for no reference', async () => {
		reference.index = () => ({ data: [] });
		const { lines, code } = await check();
		expect(lines).toEqual(['OnDemand’s reference holds no OpenAPI description']);
		expect(code).toBe(2);
	});

	it('asks nothing without a key', async () => {
		const { lines, code } = await check('');
		expect(lines[0]).toMatch(/^Nothing was compared: set ONDEMAND_API_KEY/);
		expect(code).toBe(0);
		expect(reference.requests).toEqual([]);
	});
});
