import { textOf } from './narrow';

const mimeTypes: Record<string, string> = {
	pdf: 'application/pdf',
	doc: 'application/msword',
	docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
	epub: 'application/epub+zip',
	txt: 'text/plain',
	csv: 'text/csv',
	ppt: 'application/vnd.ms-powerpoint',
	pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
	xls: 'application/vnd.ms-excel',
	xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
	mp3: 'audio/mpeg',
	wav: 'audio/wav',
	ogg: 'audio/ogg',
	flac: 'audio/flac',
	m4a: 'audio/mp4',
	aac: 'audio/aac',
	mp4: 'video/mp4',
	mov: 'video/quicktime',
	webm: 'video/webm',
	mkv: 'video/x-matroska',
	png: 'image/png',
	jpg: 'image/jpeg',
	jpeg: 'image/jpeg',
};

/** The part of a name behind its last dot, in lower case; empty without a dot. */
export function extensionOf(name: string): string {
	return /\.([A-Za-z0-9]+)$/.exec(name)?.[1].toLowerCase() ?? '';
}

/** The MIME type a name suggests. */
export function mimeTypeOf(name: string): string {
	return mimeTypes[extensionOf(name)] ?? 'application/octet-stream';
}

/** The file name at the end of a URL. */
export function nameFromUrl(url: string): string {
	const last = textOf(new URL(url).pathname.split('/').pop()) ?? '';
	return decodeURIComponent(last) || 'file';
}

/** Tells from its first bytes whether a file is audio or a film with sound. */
export function looksLikeAudio(start: Buffer): boolean {
	const text = start.toString('latin1', 0, 12);
	const isMpegFrame = start.length > 1 && start[0] === 0xff && (start[1] & 0xe0) === 0xe0;
	return (
		isMpegFrame ||
		text.startsWith('ID3') ||
		text.startsWith('OggS') ||
		text.startsWith('fLaC') ||
		(text.startsWith('RIFF') && text.endsWith('WAVE')) ||
		text.slice(4, 8) === 'ftyp'
	);
}
