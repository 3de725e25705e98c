import type { WorkflowContent } from '../../../demo/n8nApi';
import type { JsonObject } from '../../../sandbox/narrow';
import { models } from '../editor/fill';
import { credentialName } from '../stage';

/** Multiples of the canvas's grid, so that nothing is moved. */
const STEP = 320;
const ROW = 304;

type Step = [name: string, type: string, typeVersion: number, parameters: JsonObject];

const model = {
	__rl: true,
	mode: 'list',
	value: models.active.id,
	cachedResultName: models.active.name,
};

const ask = { resource: 'message', operation: 'send', endpointId: model };

const PRODUCTS = "return [{ json: { title: 'Steel Bottle', text: 'Keeps tea hot.' } }];";

const JOBS: Array<[title: string, steps: Step[]]> = [
	[
		'Chat reply: remembers each user, answers word by word',
		[
			[
				'When a chat message comes',
				'@n8n/n8n-nodes-langchain.chatTrigger',
				1.4,
				{ public: true, options: { responseMode: 'streaming' } },
			],
			['OnDemand Chat', 'n8n-nodes-ondemand.onDemandChat', 1, ask],
		],
	],
	[
		'Batch translation: every night, row by row',
		[
			[
				'Every night at 2',
				'n8n-nodes-base.scheduleTrigger',
				1.3,
				{ rule: { interval: [{ field: 'days', triggerAtHour: 2 }] } },
			],
			['Product rows', 'n8n-nodes-base.code', 2, { jsCode: PRODUCTS }],
			[
				'OnDemand Translate',
				'n8n-nodes-ondemand.onDemandTranslate',
				1,
				{ operation: 'translateFields', fields: 'title, text', targetLanguages: ['es', 'ja'] },
			],
		],
	],
	[
		'Voice note: a spoken question gets a spoken answer',
		[
			[
				'When a voice note comes',
				'n8n-nodes-base.webhook',
				2.1,
				{ httpMethod: 'POST', path: 'voice', responseMode: 'lastNode', options: {} },
			],
			['Write down', 'n8n-nodes-ondemand.onDemandSpeech', 1, { operation: 'transcribe' }],
			[
				'Think',
				'n8n-nodes-ondemand.onDemandChat',
				1,
				{ ...ask, sessionMode: 'new', externalUserId: 'voice', query: '={{ $json.text }}' },
			],
			[
				'Speak',
				'n8n-nodes-ondemand.onDemandSpeech',
				1,
				{ operation: 'synthesize', text: '={{ $json.output }}', voice: 'nova' },
			],
		],
	],
];

function nodeOf([name, type, typeVersion, parameters]: Step, position: number[], id: string) {
	const isOurs = type.startsWith('n8n-nodes-ondemand');
	const credentials = { onDemandApi: { id, name: credentialName } };
	return { name, type, typeVersion, parameters, position, ...(isOurs && { credentials }) };
}

function noteOf(title: string, row: number, steps: number): JsonObject {
	return {
		name: title,
		type: 'n8n-nodes-base.stickyNote',
		typeVersion: 1,
		position: [-96, row * ROW - 96],
		parameters: { content: `### ${title}`, width: STEP * steps - 48, height: 256, color: 7 },
	};
}

function connectionsOf(steps: Step[]): Array<[string, JsonObject]> {
	return steps
		.slice(1)
		.map(([node], index) => [steps[index][0], { main: [[{ node, type: 'main', index: 0 }]] }]);
}

/** The three jobs of the examples on one canvas. */
export function threeJobs(credentialId: string): WorkflowContent {
	return {
		name: 'Three jobs with OnDemand',
		nodes: JOBS.flatMap(([title, steps], row) => [
			noteOf(title, row, steps.length),
			...steps.map((step, index) => nodeOf(step, [index * STEP, row * ROW], credentialId)),
		]),
		connections: Object.fromEntries(JOBS.flatMap(([, steps]) => connectionsOf(steps))),
		settings: { executionOrder: 'v1' },
	};
}
