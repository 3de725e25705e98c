import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { mp3Seconds } from '../mp3';
import { useSandbox } from './sandbox';

const bench = useSandbox();
const spoken = async (text: string): Promise<INodeExecutionData[]> => {
	const parameters = { operation: 'synthesize', text, outputBinaryPropertyName: 'audio' };
	return (await bench.run({ node: 'onDemandSpeech', parameters })).items;
};

describe('Speech', () => {
	it('gives an MP3 file that plays, and tells about it in JSON', async () => {
		const [{ json, binary }] = await spoken('Your order is on its way.');
		expect(json).toEqual({
			audioUrls: [expect.stringContaining('/storage/')],
			fileName: 'speech.mp3',
			mimeType: 'audio/mpeg',
			fileSize: binary?.audio.fileSize,
		});
		expect(mp3Seconds(Buffer.from(binary?.audio.data ?? '', 'base64'))).toBeGreaterThan(0.5);
	});

	it('speaks longer when there is more text', async () => {
		const seconds = async (text: string) =>
			mp3Seconds(Buffer.from((await spoken(text))[0].binary?.audio.data ?? '', 'base64'));
		expect(await seconds('one two three four five six')).toBeGreaterThan(
			2 * (await seconds('one two')),
		);
	});

	it('is turned back into its text', async () => {
		const { items } = await bench.run({
			node: 'onDemandSpeech',
			parameters: { operation: 'transcribe', audioSource: 'binary', binaryPropertyName: 'audio' },
			items: await spoken('Größe “XL”, bitte!'),
		});
		expect(items[0].json).toEqual({ text: 'Größe “XL”, bitte!', fileName: 'speech.mp3' });
	});

	it('is transcribed from a link too', async () => {
		const said = await spoken('Please call me back.');
		const { items } = await bench.run({
			items: said,
			node: 'onDemandSpeech',
			parameters: {
				operation: 'transcribe',
				audioSource: 'url',
				audioUrl: '={{ $json.audioUrls[0] }}',
			},
		});
		expect(items[0].json.text).toBe('Please call me back.');
	});

	it('of a long text is made in parts and joined to one file', async () => {
		const { items } = await bench.run({
			node: 'onDemandSpeech',
			parameters: {
				operation: 'synthesize',
				text: 'First sentence. Second sentence. Third sentence.',
				outputBinaryPropertyName: 'audio',
				options: { maxCharacters: 20, fileName: 'story.mp3' },
			},
		});
		const inputs = bench.received('textToSpeech').map(({ body }) => (body as IDataObject).input);
		// The parts are on their way side by side; their order in the file is heard below.
		expect(inputs.sort()).toEqual(['First sentence.', 'Second sentence.', 'Third sentence.']);
		const heard = await bench.run({
			node: 'onDemandSpeech',
			parameters: { operation: 'transcribe', audioSource: 'binary', binaryPropertyName: 'audio' },
			items,
		});
		expect(heard.items[0].json).toEqual({
			text: 'First sentence. Second sentence. Third sentence.',
			fileName: 'story.mp3',
		});
	});

	it('is fetched from the storage without the API key', async () => {
		await spoken('Hello');
		expect(bench.received('storage')[0].key).toBe('missing');
		expect(bench.sandbox.counters().keysSentToStorage).toBe(0);
	});

	it('keeps the text when the upload could not be removed, and tells what is left', async () => {
		bench.sandbox.addFault({ fault: '403', operation: 'deleteMedia', times: 0 });
		const { items } = await bench.run({
			node: 'onDemandSpeech',
			parameters: { operation: 'transcribe', audioSource: 'binary', binaryPropertyName: 'audio' },
			items: await spoken('Hello'),
		});
		expect(items[0].json).toMatchObject({
			text: 'Hello',
			mediaId: expect.stringMatching(/^[0-9a-f]{24}$/),
		});
	});
});

describe('Media', () => {
	const text = { data: Buffer.from('Terms of delivery').toString('base64') };
	const upload = async (fileName: string, mimeType: string, more = {}) =>
		await bench.run({
			node: 'onDemandMedia',
			parameters: {
				resource: 'media',
				operation: 'uploadFile',
				binaryPropertyName: 'data',
				...more,
			},
			items: [{ json: {}, binary: { data: { ...text, fileName, mimeType } } }],
		});

	it.each([
		['terms.pdf', 'application/pdf', 'plugin-1713954536'],
		['shelf.png', 'image/png', 'plugin-1713958591'],
		['note', 'audio/ogg; codecs=opus', 'plugin-1713958830'],
		['note.m4a', 'application/octet-stream', 'plugin-1713958830'],
		['clip.mp4', 'video/mp4', 'plugin-1713967141'],
	])('%s (%s) is read by %s', async (name, mimeType, plugin) => {
		await upload(name, mimeType);
		expect(bench.received('uploadMedia')[0].body).toMatchObject({ plugins: [plugin] });
	});

	it('asks for a file agent when it knows none for the type', async () => {
		const { error } = await upload('model.blend', 'application/x-blender');
		expect(error?.message).toBe(
			'No file agent of OnDemand is known to read "model.blend" (application/x-blender)',
		);
		expect(bench.received()).toEqual([]);
	});

	it('sends file names in letters of any script, and quotes in them as browsers do', async () => {
		await upload('“Größe” "XL" 寸法.txt', 'text/plain');
		expect(bench.received('uploadMedia')[0].body).toMatchObject({
			file: { name: '“Größe” %22XL%22 寸法.txt' },
		});
	});

	it('gives the new record, simplified', async () => {
		const { items } = await upload('terms.txt', 'text/plain');
		expect(items[0].json).toMatchObject({
			id: expect.stringMatching(/^[0-9a-f]{24}$/),
			name: 'terms.txt',
			source: 'document',
		});
		expect(items[0].json).not.toHaveProperty('companyId');
	});

	it.each([
		['https://www.youtube.com/watch?v=abc', 'plugin-1713961903'],
		['https://files.example.com/a%20b/terms.PDF?download=1', 'plugin-1713954536'],
	])('%s is read by %s', async (url, plugin) => {
		await bench.run({
			node: 'onDemandMedia',
			parameters: { resource: 'media', operation: 'createFromUrl', url },
		});
		expect(bench.received('createMediaFromUrl')[0].body).toMatchObject({ plugins: [plugin] });
	});

	it('lists what was uploaded and deletes it', async () => {
		const { items } = await upload('terms.txt', 'text/plain');
		const fileId = { __rl: true, mode: 'id', value: items[0].json.id as string };
		const removed = await bench.run({
			node: 'onDemandMedia',
			parameters: { resource: 'media', operation: 'delete', fileId },
		});
		const left = await bench.run({
			node: 'onDemandMedia',
			parameters: { resource: 'media', operation: 'getAll', returnAll: true },
		});
		expect(removed.items[0].json).toEqual({ deleted: true, id: fileId.value });
		expect(left.items).toEqual([]);
	});

	const download = async (fileId: string, more = {}) =>
		await bench.run({
			node: 'onDemandMedia',
			parameters: {
				resource: 'media',
				operation: 'download',
				fileId: { __rl: true, mode: 'id', value: fileId },
				outputBinaryPropertyName: 'file',
				...more,
			},
		});

	it('downloads the original file with its name and type', async () => {
		const { items } = await upload('terms.txt', 'text/plain');
		const got = await download(items[0].json.id as string);
		expect(got.items[0].binary?.file).toMatchObject({
			data: text.data,
			fileName: 'terms.txt',
			mimeType: 'text/plain',
		});
		expect(got.items[0].json).toMatchObject({ fileName: 'terms.txt', mimeType: 'text/plain' });
		expect(bench.sandbox.counters().keysSentToStorage).toBe(0);
	});

	it('downloads the text that OnDemand has read', async () => {
		const { items } = await upload('terms.pdf', 'application/pdf');
		const got = await download(items[0].json.id as string, { content: 'extractedText' });
		expect(got.items[0].binary?.file).toMatchObject({
			fileName: 'terms.txt',
			mimeType: 'text/plain',
		});
	});

	it('downloads by link', async () => {
		const { items } = await upload('terms.txt', 'text/plain');
		const fileId = { __rl: true, mode: 'url', value: items[0].json.url as string };
		const got = await download('', { fileId });
		expect(got.items[0].binary?.file).toMatchObject({ data: text.data, fileName: 'terms.txt' });
		expect(bench.received('listMedia')).toEqual([]);
	});

	it('tells when there is no such file to download', async () => {
		const { error } = await download('6b00000000000000000000ff');
		expect(error?.message).toBe('File not found: 6b00000000000000000000ff');
	});

	it('waits until OnDemand has read the file', async () => {
		const { items } = await upload('note.mp3', 'audio/mpeg', {
			responseMode: 'webhook',
			options: { waitForProcessing: 30 },
		});
		expect(items[0].json.actionStatus).toBe('completed');
	});

	it('tells why OnDemand could not read the file', async () => {
		bench.sandbox.configure({ webhookOutcome: 'failed' });
		const { error } = await upload('note.mp3', 'audio/mpeg', {
			responseMode: 'webhook',
			options: { waitForProcessing: 30 },
		});
		expect(error?.message).toMatch(/^OnDemand could not read the file: /);
	});

	it('gives the record as it is when the time to wait is up', async () => {
		bench.sandbox.configure({ webhookDelayMs: 60_000 });
		const { items } = await upload('note.mp3', 'audio/mpeg', {
			responseMode: 'webhook',
			options: { waitForProcessing: 1 },
		});
		expect(items[0].json.actionStatus).toBe('processing');
	});

	it('tells which field is missing when the item holds no such file', async () => {
		const { error } = await upload('terms.txt', 'text/plain', { binaryPropertyName: 'attachment' });
		expect(error?.message).toContain("'attachment'");
	});
});
