/** The shortest part of a secret that is looked for. */
const SHORTEST = 12;

/** What Base64 makes of a text that stands somewhere in a longer one: three forms, by where it begins. */
function base64Forms(text: string): string[] {
	return [0, 1, 2].map((filler) => {
		const bytes = Buffer.concat([Buffer.alloc(filler), Buffer.from(text)]);
		const encoded = bytes.toString('base64').replace(/=+$/, '');
		// The characters at both ends depend on what stands beside the text.
		return encoded.slice(filler === 0 ? 0 : filler + 1, -1);
	});
}

/**
 * All forms in which a secret could be found in a file. Its long runs of letters and digits are the same in
 * JSON, in a URL and in HTML, with and without blanks around them; Base64 and hexadecimal digits are others.
 */
export function formsOf(secret: string): string[] {
	const runs = secret.split(/[^0-9a-z]+/i).filter(({ length }) => length >= SHORTEST);
	if (runs.length === 0)
		throw new Error('A secret without a long run of letters cannot be looked for');
	const encoded = runs.flatMap((run) => [...base64Forms(run), Buffer.from(run).toString('hex')]);
	return [...runs, ...encoded];
}
