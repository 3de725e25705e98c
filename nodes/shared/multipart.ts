import { randomString } from 'n8n-workflow';
import type { InputFile } from './binary';

/**
 * A multipart form with one file that is sent bit by bit, never whole in memory. n8n's request helper
 * streams what looks like a Blob: a `size`, a `type` and a `stream()`. Each call of `stream()` starts
 * anew, so that a form can be sent again.
 */
export class MultipartForm {
	readonly [Symbol.toStringTag] = 'Blob';

	/** Bytes of the whole form. */
	readonly size: number;

	/** The content type, with the boundary between the parts. */
	readonly type: string;

	readonly stream: () => AsyncGenerator<Uint8Array>;

	/**
	 * @param fields the text parts, in order; a name may come several times
	 * @param file the part named `file`
	 */
	constructor(fields: Array<[name: string, value: string]>, file: InputFile) {
		const boundary = `----OnDemand${randomString(24)}`;
		const head = Buffer.from(
			fields
				.map(([name, value]) => part(boundary, `name="${quoted(name)}"`, [], value))
				.concat(
					part(
						boundary,
						`name="file"; filename="${quoted(file.name)}"`,
						[`Content-Type: ${file.mimeType}`],
						'',
					),
				)
				.join('\r\n'),
		);
		const tail = Buffer.from(`\r\n--${boundary}--\r\n`);
		this.size = head.length + file.size + tail.length;
		this.type = `multipart/form-data; boundary=${boundary}`;
		this.stream = async function* () {
			yield head;
			yield* file.chunks();
			yield tail;
		};
	}
}

function part(boundary: string, disposition: string, headers: string[], content: string): string {
	const lines = [
		`--${boundary}`,
		`Content-Disposition: form-data; ${disposition}`,
		...headers,
		'',
		content,
	];
	return lines.join('\r\n');
}

/** As browsers do it: a quote or a line break in a name must not end its header (WHATWG, multipart/form-data). */
function quoted(name: string): string {
	return name.replace(/\r/g, '%0D').replace(/\n/g, '%0A').replace(/"/g, '%22');
}
