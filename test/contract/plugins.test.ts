import type { AxiosInstance } from 'axios';
import { startSandbox } from '../../sandbox/server';
import type { Sandbox } from '../../sandbox/server';
import { clientOf } from './support';

let sandbox: Sandbox;
let api: AxiosInstance;

beforeAll(async () => {
	sandbox = await startSandbox();
	api = clientOf(sandbox);
});

beforeEach(async () => await sandbox.reset());

afterAll(async () => await sandbox.stop());

interface Listed {
	pluginId: string;
}

async function pageOf(page: number, limit: number): Promise<string[] | undefined> {
	const { data } = await api.get('/plugin/v1/list', { params: { page, limit } });
	return data.data.plugins?.map(({ pluginId }: Listed) => pluginId);
}

describe('plugins', () => {
	it('are listed with page, limit and total', async () => {
		const answer = await api.get('/plugin/v1/list');
		expect(answer.status).toBe(200);
		expect(answer.data).toMatchObject({
			message: 'Plugin list fetched successfully',
			page: 1,
			limit: 10,
			data: { total: 130 },
		});
		expect(answer.data.data.plugins).toHaveLength(10);
	});

	it('of all pages are 130 different ones', async () => {
		const pages = [await pageOf(1, 50), await pageOf(2, 50), await pageOf(3, 50)];
		expect(pages.map((page) => page?.length)).toEqual([50, 50, 30]);
		expect(new Set(pages.flat()).size).toBe(130);
	});

	it('are missing from a page behind the last one', async () => {
		expect(await pageOf(4, 50)).toBeUndefined();
	});

	it('can be picked by id', async () => {
		const pluginIds = 'plugin-1700000003,plugin-1700000001';
		const { status, data } = await api.get('/plugin/v1/list', { params: { pluginIds } });
		expect(status).toBe(200);
		expect(data.data.plugins.map(({ pluginId }: Listed) => pluginId)).toEqual([
			'plugin-1700000001',
			'plugin-1700000003',
		]);
	});

	it('that are not the account’s turn the status into 206', async () => {
		const pluginIds = 'plugin-1700000003,plugin-1999999999';
		const { status, data } = await api.get('/plugin/v1/list', { params: { pluginIds } });
		expect(status).toBe(206);
		expect(data.message).toBe('plugin-1999999999: plugin subscription not active');
		expect(data.data.plugins).toHaveLength(1);
	});

	it.each([undefined, 'plugin-1713954536'])(
		'are left out for an account without any (filter %s)',
		async (pluginIds) => {
			sandbox.configure({ ownsPlugins: false });
			const { data } = await api.get('/plugin/v1/list', { params: { limit: 50, pluginIds } });
			expect(data).toEqual({
				message: 'Agent fetched successfully',
				page: 1,
				limit: 50,
				data: { total: 0 },
			});
		},
	);
});

describe('models', () => {
	it('are listed, most of them active', async () => {
		const { data } = await api.get('/config/v1/public/endpoints');
		const statuses = data.data.map(({ status }: { status: string }) => status);
		expect(data.message).toBe('Success');
		expect(statuses).toHaveLength(12);
		expect(statuses.filter((status: string) => status === 'active')).toHaveLength(8);
	});

	it('tell context length and reasoning efforts', async () => {
		const { data } = await api.get('/config/v1/public/endpoints?type=on_demand');
		expect(data.data).toEqual(
			expect.arrayContaining([
				expect.objectContaining({
					endpoint_id: 'predefined-claude-fable-5.1',
					status: 'active',
					context_length: 1_000_000,
					reasoning_efforts: ['low', 'medium', 'max'],
				}),
				expect.objectContaining({
					endpoint_id: 'predefined-openai-gpt4o',
					status: 'inactive',
					reasoning_efforts: null,
				}),
			]),
		);
	});
});

it('reasoning modes are listed under a key of their own', async () => {
	const { data } = await api.get('/config/v1/public/reasoning_modes');
	expect(data.reasoningModes.userdefined).toEqual([]);
	expect(data.reasoningModes.predefined).toHaveLength(13);
	expect(data.reasoningModes.predefined).toContainEqual({
		modeId: 'haiku',
		modeName: 'Haiku',
		modelName: 'Haiku 4.5',
		rank: 7,
	});
});
