import { OnDemandError } from './errors';

/** OnDemand's own plugins that read files, and the types that its reference lists for each; Opus often comes as OGG. */
const FILE_AGENTS = [
	{
		kind: 'document',
		id: 'plugin-1713954536',
		extensions: ['doc', 'docx', 'pdf', 'epub', 'txt', 'ppt', 'pptx', 'xls', 'csv', 'xlsx'],
		mimeTypes:
			/^(text\/(plain|csv)|application\/(pdf|epub\+zip|msword|vnd\.ms-(excel|powerpoint)|vnd\.openxmlformats-.*))$/,
	},
	{
		kind: 'image',
		id: 'plugin-1713958591',
		extensions: ['png', 'jpg', 'jpeg'],
		mimeTypes: /^image\/(png|jpe?g)$/,
	},
	{
		kind: 'audio',
		id: 'plugin-1713958830',
		extensions: [
			...['mp3', 'wav', 'wma', 'ogg', 'flac', 'aac', 'm4a', 'ac3', 'aiff', 'au', 'mpga'],
			'opus',
		],
		mimeTypes: /^audio\//,
	},
	{
		kind: 'video',
		id: 'plugin-1713967141',
		extensions: ['mp4', 'avi', 'mov', 'wmv', 'mkv', 'flv', 'mpeg', 'mpg', 'm4v', 'webm', '3gp'],
		mimeTypes: /^video\//,
	},
];

export const AUDIO_AGENT = 'plugin-1713958830';
export const YOUTUBE_AGENT = 'plugin-1713961903';
export const KNOWLEDGE_AGENT = 'plugin-1716472791';

/**
 * The file agent that reads a file, by its MIME type or else by the extension of its name.
 *
 * @throws OnDemandError for a type that OnDemand does not list
 */
export function fileAgentFor(name: string, mimeType = ''): string {
	const type = mimeType.split(';')[0].trim().toLowerCase();
	const extension = /\.(\w+)$/.exec(name)?.[1].toLowerCase() ?? '';
	const agent =
		FILE_AGENTS.find(({ mimeTypes }) => mimeTypes.test(type)) ??
		FILE_AGENTS.find(({ extensions }) => extensions.includes(extension));
	if (agent) return agent.id;
	throw new OnDemandError(
		`No file agent of OnDemand is known to read "${name}" (${type || 'unknown type'})`,
		{
			description: 'Choose one under File Agents, or give the file the name extension of its type.',
			cause: 'configuration-invalid',
		},
	);
}

/** The file agent for what stands behind a link: YouTube's own, or by the extension at the end of the path. */
export function fileAgentForUrl(url: string): string {
	const { hostname, pathname } = new URL(url);
	if (/(^|\.)(youtube\.com|youtu\.be)$/i.test(hostname)) return YOUTUBE_AGENT;
	return fileAgentFor(decodeURIComponent(pathname.split('/').pop() ?? ''));
}
