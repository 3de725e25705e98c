/** What a person needs of a file; the raw record also holds its company, its agents and its inputs. */
export const mediaFields = [
	'id',
	'name',
	'source',
	'mimeType',
	'sizeBytes',
	'actionStatus',
	'failedReason',
	'url',
	'context',
	'extractedText',
	'sessionId',
	'externalUserId',
	'createdAt',
];
