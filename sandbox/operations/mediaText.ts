import { SpokenTextReader } from '../id3';
import type { FileStore, StoredFile } from '../files';
import type { Media } from '../state';

const longestExcerpt = 4000;

/** The texts spoken in a stored audio file, joined by blanks; empty when there are none. */
export async function spokenText(files: FileStore, file: StoredFile): Promise<string> {
	const reader = new SpokenTextReader();
	for await (const piece of files.read(file)) reader.push(Buffer.from(piece));
	return reader.texts.join(' ');
}

async function startOf(files: FileStore, file: StoredFile): Promise<string> {
	const pieces: Buffer[] = [];
	for await (const piece of files.read(file, longestExcerpt)) pieces.push(Buffer.from(piece));
	return new TextDecoder().decode(Buffer.concat(pieces));
}

/**
 * What a file agent makes of a file: the text of a text file, the words of a spoken one, otherwise
 * a line that describes it.
 */
export async function extractText(
	files: FileStore,
	media: Media,
	stored: StoredFile | undefined,
): Promise<string> {
	if (stored && stored.sizeBytes > 0) {
		if (media.source === 'audio') return await spokenText(files, stored);
		if (media.source === 'document' && media.mimeType.startsWith('text/')) {
			return await startOf(files, stored);
		}
	}
	return `Content of the ${media.source} ${media.name} (${media.sizeBytes} bytes)`;
}
