/* eslint-disable @n8n/community-nodes/no-restricted-imports -- tests run on Node itself, never inside n8n */
import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import type { AxiosInstance } from 'axios';
import { startSandbox } from '../../sandbox/server';
import type { Sandbox } from '../../sandbox/server';
import { clientOf, newSession, newestMessage, unknownId } from './support';

const agents = {
	document: 'plugin-1713954536',
	image: 'plugin-1713958591',
	audio: 'plugin-1713958830',
	youtube: 'plugin-1713961903',
	video: 'plugin-1713967141',
};

let sandbox: Sandbox;
let api: AxiosInstance;

beforeAll(async () => {
	sandbox = await startSandbox({ settings: { webhookDelayMs: 20 } });
	api = clientOf(sandbox);
});

beforeEach(async () => await sandbox.reset());

afterAll(async () => await sandbox.stop());

async function create(body: object = {}) {
	return await api.post('/media/v1/public/file', {
		url: 'https://files.example.com/terms.pdf',
		plugins: [agents.document],
		responseMode: 'sync',
		...body,
	});
}

function formOf(fields: Array<[string, string]>, content = 'Hello Größe', name = 'note.txt') {
	const form = new FormData();
	for (const [field, value] of fields) form.append(field, value);
	form.append('file', new Blob([content], { type: 'text/plain' }), name);
	return form;
}

async function upload(form: FormData) {
	return await api.post('/media/v1/public/file/raw', form);
}

async function listed(params: object = {}): Promise<Array<Record<string, unknown>>> {
	const { data } = await api.get('/media/v1/public/file', { params: { limit: 50, ...params } });
	return data.data;
}

describe('creation from a URL', () => {
	it('answers with the whole record', async () => {
		const answer = await create({
			sizeBytes: 13264,
			externalUserId: 'customer-1',
			updatedBy: 'me',
		});
		expect(answer.status).toBe(200);
		expect(answer.data).toEqual({
			message: 'Media Created',
			data: {
				id: expect.stringMatching(/^[0-9a-f]{24}$/),
				companyId: expect.any(String),
				url: 'https://files.example.com/terms.pdf',
				sourceUrl: 'https://files.example.com/terms.pdf',
				extractedTextUrl: expect.stringContaining('/storage/'),
				extractedTextLength: expect.any(Number),
				name: 'terms.pdf',
				sizeBytes: 13264,
				source: 'document',
				mimeType: 'application/pdf',
				extension: 'pdf',
				plugins: [agents.document],
				agents: ['agent-1713954536'],
				context: expect.any(String),
				extractedText: expect.any(String),
				searchLevel: 'shallow',
				responseMode: 'sync',
				createdBy: expect.any(String),
				updatedBy: 'me',
				externalUserId: 'customer-1',
				createdAt: expect.stringMatching(/\.\d{3}Z$/),
				updatedAt: expect.stringMatching(/\.\d{3}Z$/),
			},
		});
	});

	it('gives the extracted text of a document under its own address', async () => {
		const { data } = await create();
		const text = await api.get(data.data.extractedTextUrl, { headers: { apikey: null } });
		expect(text.data).toBe(data.data.extractedText);
	});

	it.each(Object.entries(agents))('by the %s agent has that source', async (source, plugin) => {
		const { data } = await create({ plugins: [plugin] });
		expect(data.data.source).toBe(source);
	});

	it.each(['image', 'audio', 'video', 'youtube'] as const)(
		'tells the action status of %s, but not of a document',
		async (source) => {
			const other = await create({ plugins: [agents[source]] });
			expect(other.data.data).toMatchObject({ actionStatus: 'completed', searchLevel: 'deep' });
			expect(other.data.data).not.toHaveProperty('extractedTextUrl');
			const document = await create();
			expect(document.data.data).not.toHaveProperty('actionStatus');
		},
	);

	it.each([[[]], [undefined], [['plugin-1700000001']], [['plugin-1716472791']]])(
		'with plugins %j is answered with 500',
		async (plugins) => {
			const answer = await create({ plugins });
			expect(answer.status).toBe(500);
			expect(answer.data).toEqual({
				message: 'errors.no.executable.plugin.found',
				errorCode: 'server_error',
			});
			expect(await listed()).toEqual([]);
		},
	);

	it.each([{ url: undefined }, { url: 'no address' }, { responseMode: 'stream' }])(
		'with %j is refused',
		async (body) => {
			expect((await create(body)).status).toBe(400);
		},
	);

	it('takes agents beside plugins', async () => {
		const { data } = await create({ plugins: [agents.document], agents: ['agent-1716472791'] });
		expect(data.data.plugins).toEqual([agents.document, 'plugin-1716472791']);
	});

	it('is completed later in webhook mode', async () => {
		const { data } = await create({ responseMode: 'webhook' });
		expect(data.data).toMatchObject({ actionStatus: 'processing' });
		expect(data.data).not.toHaveProperty('context');
		let [media] = await listed();
		while (media.actionStatus === 'processing') [media] = await listed();
		expect(media).toMatchObject({ actionStatus: 'completed', context: expect.any(String) });
	});

	it('can fail in webhook mode', async () => {
		sandbox.configure({ webhookOutcome: 'failed' });
		await create({ responseMode: 'webhook', plugins: [agents.image] });
		let [media] = await listed();
		while (media.actionStatus === 'processing') [media] = await listed();
		expect(media).toMatchObject({ actionStatus: 'failed', failedReason: expect.any(String) });
	});
});

describe('a session', () => {
	it('gets a message for a file linked to it', async () => {
		const sessionId = await newSession(api);
		const { data } = await create({ sessionId });
		const { id, url } = data.data;
		expect(await newestMessage(api, sessionId)).toMatchObject({
			type: 'media',
			status: 'completed',
			media: { id, url, name: 'terms.pdf', source: 'document', context: expect.any(String) },
		});
	});

	it.each([
		['nonsense', 400, 'sessionId is invalid'],
		[unknownId, 404, 'Resource not found'],
	])('with the id %s is refused', async (sessionId, status, message) => {
		const answer = await create({ sessionId });
		expect(answer.status).toBe(status);
		expect(answer.data.message).toBe(message);
	});
});

describe('upload', () => {
	it('keeps the bytes and serves them without a key', async () => {
		const { status, data } = await upload(formOf([['plugins', agents.document]]));
		expect(status).toBe(200);
		expect(data.message).toBe('Media Created');
		expect(data.data).toMatchObject({
			name: 'note.txt',
			sizeBytes: 13,
			source: 'document',
			mimeType: 'text/plain',
			extension: 'txt',
			extractedText: 'Hello Größe',
		});
		const file = await api.get(data.data.url, { headers: { apikey: null } });
		expect(file.headers['content-type']).toBe('text/plain');
		expect(file.data).toBe('Hello Größe');
	});

	it.each<[string, Array<[string, string]>]>([
		[
			'repeated parts',
			[
				['plugins', agents.document],
				['plugins', 'plugin-1716472791'],
			],
		],
		['a JSON array', [['plugins', `["${agents.document}","plugin-1716472791"]`]]],
		[
			'repeated agents',
			[
				['agents', 'agent-1713954536'],
				['agents', 'agent-1716472791'],
			],
		],
	])('takes plugins as %s', async (_form, fields) => {
		const { data } = await upload(formOf(fields));
		expect(data.data.plugins).toEqual([agents.document, 'plugin-1716472791']);
		expect(sandbox.requests().at(-1)?.violations).toEqual([]);
	});

	it('takes all fields', async () => {
		const sessionId = await newSession(api);
		const fields: Array<[string, string]> = [
			['plugins', agents.document],
			['name', 'renamed.txt'],
			['sessionId', sessionId],
			['externalUserId', 'customer-1'],
			['responseMode', 'webhook'],
			['sizeBytes', '13'],
		];
		const { data } = await upload(formOf(fields));
		expect(data.data).toMatchObject({
			name: 'renamed.txt',
			sessionId,
			externalUserId: 'customer-1',
			responseMode: 'webhook',
			actionStatus: 'processing',
		});
	});

	it('is logged with what is known of the file', async () => {
		await upload(formOf([['plugins', agents.document]]));
		expect(sandbox.requests().at(-1)?.body).toEqual({
			plugins: [agents.document],
			file: {
				name: 'note.txt',
				mimeType: 'text/plain',
				sizeBytes: 13,
				sha256: createHash('sha256').update('Hello Größe').digest('hex'),
			},
		});
		expect(sandbox.counters()).toMatchObject({ uploads: 1, bytesUploaded: 13 });
	});

	it('without an agent is answered with 500', async () => {
		const answer = await upload(formOf([]));
		expect(answer.status).toBe(500);
		expect(answer.data.message).toBe('errors.no.executable.plugin.found');
	});

	it('without a file is refused', async () => {
		const form = new FormData();
		form.append('plugins', agents.document);
		expect((await upload(form)).status).toBe(400);
	});

	it('of many megabytes arrives whole', async () => {
		const piece = Buffer.alloc(1024 * 1024, 'x');
		const pieces = 24;
		const boundary = 'contract-test';
		const head = `--${boundary}\r\ncontent-disposition: form-data; name="plugins"\r\n\r\n${agents.video}\r\n--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="film.mp4"\r\ncontent-type: video/mp4\r\n\r\n`;
		const tail = `\r\n--${boundary}--\r\n`;
		const hash = createHash('sha256');
		for (let count = 0; count < pieces; count += 1) hash.update(piece);
		function* body() {
			yield head;
			for (let count = 0; count < pieces; count += 1) yield piece;
			yield tail;
		}
		const { data } = await api.post('/media/v1/public/file/raw', Readable.from(body()), {
			headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
			maxBodyLength: Infinity,
		});
		expect(data.data).toMatchObject({ sizeBytes: pieces * piece.length, source: 'video' });
		expect(sandbox.requests().at(-1)?.body).toMatchObject({
			file: { sha256: hash.digest('hex') },
		});
	});

	it('that breaks off leaves nothing behind', async () => {
		const boundary = 'contract-test';
		async function* body() {
			yield `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="a.txt"\r\n\r\nabc`;
			throw new Error('gone');
		}
		const request = api.post('/media/v1/public/file/raw', Readable.from(body()), {
			headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
		});
		await expect(request).rejects.toThrow();
		expect(await listed()).toEqual([]);
		expect(sandbox.counters().uploads).toBe(0);
	});
});

describe('list', () => {
	it('has pages of one file unless told', async () => {
		await create();
		await create();
		const { data } = await api.get('/media/v1/public/file');
		expect(data.message).toBe('Media fetched successfully');
		expect(data.data).toHaveLength(1);
		expect(data.pagination).toEqual({ page: 1, limit: 1 });
	});

	it('goes on until a page is not full', async () => {
		for (let count = 0; count < 5; count += 1) await create({ name: `${count}.pdf` });
		const names = async (page: number) =>
			(await listed({ page, limit: 2 })).map(({ name }) => name);
		expect(await names(1)).toEqual(['4.pdf', '3.pdf']);
		expect(await names(3)).toEqual(['0.pdf']);
		expect(await names(4)).toEqual([]);
	});

	it.each([
		['createdAt', ['a.pdf', 'b.pdf']],
		['-createdAt', ['b.pdf', 'a.pdf']],
		['updatedAt', ['a.pdf', 'b.pdf']],
		['-updatedAt', ['b.pdf', 'a.pdf']],
	])('can be sorted by %s', async (sort, names) => {
		await create({ name: 'a.pdf' });
		await create({ name: 'b.pdf' });
		expect((await listed({ sort })).map(({ name }) => name)).toEqual(names);
	});

	it.each([
		[{ source: 'image' }, ['b.png']],
		[{ plugins: agents.document }, ['a.pdf']],
		[{ plugins: 'agent-1713958591' }, ['b.png']],
		[{ externalUserId: 'customer-2' }, ['b.png']],
		[{ externalUserId: 'nobody' }, []],
	])('can be filtered by %j', async (filter, names) => {
		await create({ name: 'a.pdf', externalUserId: 'customer-1' });
		await create({ name: 'b.png', externalUserId: 'customer-2', plugins: [agents.image] });
		expect((await listed(filter)).map(({ name }) => name)).toEqual(names);
	});

	it.each([{ source: 'hologram' }, { sort: 'size' }])('refuses %j', async (params) => {
		expect((await api.get('/media/v1/public/file', { params })).status).toBe(400);
	});
});

describe('deletion', () => {
	it('removes the record and its file', async () => {
		const { data } = await upload(formOf([['plugins', agents.document]]));
		const answer = await api.delete(`/media/v1/public/file/${data.data.id}`);
		expect(answer.status).toBe(200);
		expect(answer.data).toEqual({ message: 'Media Deleted!' });
		expect(await listed()).toEqual([]);
		expect((await api.get(data.data.url)).status).toBe(404);
	});

	it('of an unknown file is answered with 404', async () => {
		const answer = await api.delete(`/media/v1/public/file/${unknownId}`);
		expect(answer.status).toBe(404);
		expect(answer.data).toEqual({ message: 'Resource not found', errorCode: 'not_found' });
	});
});

it('a key that reaches the storage is counted', async () => {
	const { data } = await upload(formOf([['plugins', agents.document]]));
	await api.get(data.data.url, { headers: { apikey: null } });
	expect(sandbox.counters().keysSentToStorage).toBe(0);
	await api.get(data.data.url);
	expect(sandbox.counters().keysSentToStorage).toBe(1);
});
