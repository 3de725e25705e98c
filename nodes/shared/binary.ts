import type { IBinaryData } from 'n8n-workflow';
import type { ItemCall } from './call';
import { requiredText } from './parameters';

/** Bytes that are read at a time, at most: with n8n's own 64 KiB, a large file takes half as long again. */
const CHUNK = 1024 * 1024;

/** A file of an item: its facts, and its bytes as often as they are asked for. */
export interface InputFile {
	name: string;
	mimeType: string;
	/** Bytes. */
	size: number;
	chunks: () => AsyncIterable<Uint8Array>;
}

/**
 * The file in the item's binary field that the parameter names. A file that n8n keeps outside memory is
 * read bit by bit.
 *
 * @throws the error of n8n that tells which field is missing
 */
export async function inputFile({ context }: ItemCall): Promise<InputFile> {
	const field = requiredText(context, 'binaryPropertyName', 'Input Data Field Name');
	const { helpers } = context;
	const binary = helpers.assertBinaryData(field);
	const { id } = binary;
	if (id) {
		const { fileSize } = await helpers.getBinaryMetadata(id);
		return {
			...named(binary),
			size: fileSize,
			async *chunks() {
				// Each chunk takes its whole room in memory, however little is in it.
				yield* await helpers.getBinaryStream(id, Math.min(CHUNK, Math.max(1, fileSize)));
			},
		};
	}
	const bytes = await helpers.getBinaryDataBuffer(field);
	return {
		...named(binary),
		size: bytes.length,
		async *chunks() {
			yield bytes;
		},
	};
}

function named({ fileName, fileExtension, mimeType }: IBinaryData) {
	return { name: fileName ?? (fileExtension ? `file.${fileExtension}` : 'file'), mimeType };
}
