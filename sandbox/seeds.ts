/** A model endpoint as the config family lists it. */
export interface ModelEndpoint {
	_id: string;
	endpoint_id: string;
	endpoint_name: string;
	endpoint_type: string;
	endpoint_url: string;
	model_id: string;
	status: 'active' | 'inactive';
	is_premium: boolean;
	reasoning_efforts: string[] | null;
	context_length: number;
	streaming_supported: boolean;
	type: string;
	is_accessible: boolean;
	createdAt: string;
	updatedAt: string;
}

const seededAt = '2026-09-01T08:00:00.000Z';
const efforts = ['low', 'medium', 'max'];

type ModelRow = [name: string, active: boolean, contextLength: number, reasons: boolean];

const modelRows: ModelRow[] = [
	['claude-fable-5.1', true, 1_000_000, true],
	['claude-sonnet-5', true, 1_000_000, true],
	['claude-4-5-haiku', true, 200_000, false],
	['gpt-5.6-sol', true, 400_000, true],
	['gemini-3.8-flash', true, 1_000_000, false],
	['deepseek-v4-pro', true, 256_000, true],
	['glm-5.3', true, 200_000, true],
	['kimi-k3', true, 256_000, false],
	['openai-gpt4o', false, 128_000, false],
	['gemini-2.5-flash', false, 1_000_000, false],
	['openai-gpt4.1', false, 1_000_000, false],
	['deepseek-v3.1', false, 128_000, false],
];

function modelEndpoint(
	[name, active, contextLength, reasons]: ModelRow,
	row: number,
): ModelEndpoint {
	return {
		_id: `66b000000000000000000${String(row + 10).padStart(3, '0')}`,
		endpoint_id: `predefined-${name}`,
		endpoint_name: name,
		endpoint_type: 'fulfillment',
		endpoint_url: '',
		model_id: name,
		status: active ? 'active' : 'inactive',
		is_premium: contextLength >= 1_000_000,
		reasoning_efforts: reasons ? efforts : null,
		context_length: contextLength,
		streaming_supported: true,
		type: 'on_demand',
		is_accessible: true,
		createdAt: seededAt,
		updatedAt: seededAt,
	};
}

/** The model endpoints of the account. */
export const models: ModelEndpoint[] = modelRows.map(modelEndpoint);

/** So many more active models, for lists that are longer than a page. */
export function extraModels(count: number): ModelEndpoint[] {
	return Array.from({ length: count }, (_, row) =>
		modelEndpoint([`extra-${String(row + 1).padStart(3, '0')}`, true, 128_000, false], row + 100),
	);
}

const reasoningRows = [
	['dynamic', 'Dynamic', 'Sonnet 4.6'],
	['glm-4.7-flash', 'GLM 4.7 Flash', 'GLM 4.7 Flash'],
	['gemini-3-flash', 'Gemini 3 Flash', 'Gemini 3 Flash'],
	['grok-4-fast', 'Grok 4 Fast', 'Grok 4 Fast'],
	['gemini-3', 'Gemini 3', 'Gemini 3'],
	['deepseek-v3.1', 'DeepSeek V3.1', 'DeepSeek V3.1'],
	['haiku', 'Haiku', 'Haiku 4.5'],
	['glm-5-turbo', 'GLM 5 Turbo', 'GLM 5 Turbo'],
	['minimax-m2', 'MiniMax M2', 'MiniMax M2'],
	['gpt-5.4', 'GPT 5.4', 'GPT 5.4'],
	['gpt-5.4-pro', 'GPT 5.4 Pro', 'GPT 5.4 Pro'],
	['opus', 'Opus', 'Opus 4.8'],
	['kimi-k2', 'Kimi K2', 'Kimi K2'],
];

/** The predefined reasoning modes. */
export const reasoningModes = reasoningRows.map(([modeId, modeName, modelName], row) => ({
	modeId,
	modeName,
	modelName,
	rank: row + 1,
}));

const topics = [
	['Weather', 'data_and_analytics'],
	['Currency', 'finance'],
	['News', 'media'],
	['Calendar', 'productivity'],
	['Parcel', 'logistics'],
	['Recipe', 'lifestyle'],
	['Hotel', 'travel'],
	['Flight', 'travel'],
	['Stock', 'finance'],
	['Legal', 'business'],
	['Patent', 'business'],
	['Medicine', 'health'],
	['Football', 'sports'],
];

const tasks = [
	'lookup',
	'search',
	'summary',
	'alerts',
	'history',
	'forecast',
	'comparison',
	'report',
	'advice',
	'statistics',
];

/** The plugins the account owns: 130, with ids from `plugin-1700000001` on. */
export const plugins = topics.flatMap(([topic, category], topicIndex) =>
	tasks.map((task, taskIndex) => {
		const number = topicIndex * tasks.length + taskIndex + 1;
		return {
			id: `6616a1b2c3d4e5f602${String(number).padStart(6, '0')}`,
			name: `${topic} ${task}`,
			identifier: number % 2 === 0 ? 'internet' : 'rest_api',
			description: `${topic} ${task} for chat`,
			category,
			conversationStarters: number % 3 === 0 ? [`Show me the ${task}`] : null,
			logoUrl: 'https://files.example.com/plugin.svg',
			type: 'chat',
			source: 'external',
			status: 'private',
			pluginId: `plugin-${1_700_000_000 + number}`,
			companyId: '6650c1d2e3f4a5b6c7d8e9f0',
			fileSubType: 'PRIMARYINGEST',
			chatSubType: 'PRIMARYCHAT',
			privacyPolicy: 'https://example.com/privacy',
			createdAt: seededAt,
			updatedAt: seededAt,
		};
	}),
);
