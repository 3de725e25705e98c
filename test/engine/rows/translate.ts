import type { Row } from './row';

export const translateRows: Row[] = [
	{
		does: 'Translate',
		node: 'onDemandTranslate',
		parameters: {
			resource: 'text',
			operation: 'translate',
			text: 'Good morning',
			targetLanguages: ['es'],
			options: { maxCharacters: 100, maxParallelRequests: 4, rateLimitWait: 60 },
		},
		sends: {
			operationId: 'translateText',
			path: '/services/v1/public/service/execute/language_translation',
			body: { input: 'Good morning', languageCode: 'es' },
		},
	},
	{
		does: 'Translate Fields',
		node: 'onDemandTranslate',
		parameters: {
			resource: 'text',
			operation: 'translateFields',
			fields: 'title',
			targetLanguages: 'zh-CN',
			options: {
				languageField: 'language',
				maxCharacters: 100,
				maxParallelRequests: 4,
				rateLimitWait: 60,
			},
		},
		items: [{ json: { title: 'Wool blanket' } }],
		sends: {
			operationId: 'translateText',
			path: '/services/v1/public/service/execute/language_translation',
			body: { input: 'Wool blanket', languageCode: 'zh-CN' },
		},
	},
];
