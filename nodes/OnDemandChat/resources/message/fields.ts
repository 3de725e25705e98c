/** What a person needs of a stored message; the raw record also holds the model's configuration and flags. */
export const messageFields = [
	'id',
	'sessionId',
	'type',
	'status',
	'query',
	'answer',
	'media',
	'endpointId',
	'createdAt',
];
