/** What a person needs of a plugin. `pluginId` is the ID that chat and media take. */
export const pluginFields = [
	'pluginId',
	'name',
	'description',
	'category',
	'type',
	'status',
	'conversationStarters',
	'updatedAt',
];
