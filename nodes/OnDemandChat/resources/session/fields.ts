/** What a person needs of a session; the raw record also holds the company and the live settings. */
export const sessionFields = [
	'id',
	'title',
	'externalUserId',
	'pluginIds',
	'status',
	'createdAt',
	'updatedAt',
];
