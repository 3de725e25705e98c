/** Ways to take a text apart, from the one that hurts it least. Each keeps every character. */
const SEAMS: Array<(text: string) => string[]> = [
	(text) => text.match(/(?:(?!\n\s*\n)[^])+(?:\n\s*\n\s*)?|\n\s*\n\s*/g) ?? [],
	(text) => segments(text, 'sentence'),
	(text) => text.match(/\S+\s*|\s+/g) ?? [],
	(text) => segments(text, 'word'),
];

function segments(text: string, granularity: 'sentence' | 'word'): string[] {
	return Array.from(
		new Intl.Segmenter(undefined, { granularity }).segment(text),
		(part) => part.segment,
	);
}

/**
 * Takes a text apart where it is longer than the API takes: at the ends of paragraphs, else of sentences,
 * else between words. The parts in order are the text again. A single word stays whole, however long it is.
 *
 * @param limit characters (UTF-16 units) that a part may have
 */
export function textParts(text: string, limit: number, seam = 0): string[] {
	if (text.length <= limit || seam === SEAMS.length) return [text];
	const parts: string[] = [];
	for (const piece of SEAMS[seam](text)) {
		const last = parts[parts.length - 1] ?? '';
		if (parts.length > 0 && last.length + piece.length <= limit) {
			parts[parts.length - 1] = last + piece;
		} else {
			parts.push(...textParts(piece, limit, seam + 1));
		}
	}
	return parts;
}

/** The blanks before and after a text, and what stands between them: the API may drop blanks at the ends. */
export function withoutEnds(text: string): [before: string, core: string, after: string] {
	const core = text.trim();
	const start = text.indexOf(core);
	return [text.slice(0, start), core, text.slice(start + core.length)];
}
