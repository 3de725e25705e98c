/** What a translation must leave alone: placeholders, HTML tags and entities, links and e-mail addresses. */
const UNTOUCHABLE =
	/\{\{[^]*?\}\}|<\/?[A-Za-z][^<>]*>|<!--[^]*?-->|&(?:#\d+|#x[\dA-Fa-f]+|\w+);|\b(?:https?:\/\/|www\.)[^\s<>"]+[^\s<>"'.,;:!?)\]}]|\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g;

const mark = (index: number) => `⟦${index}⟧`;
const MARKS = /⟦(\d+)⟧/g;

/**
 * Translates a text around what must stay as it is. Such pieces are sent as marks, so that a sentence stays
 * whole; where the marks do not all come back, the texts between the pieces are translated one by one.
 *
 * @param translated translates a text without untouchable pieces in it
 */
export async function translatedAround(
	text: string,
	translated: (text: string) => Promise<string>,
): Promise<string> {
	if (isLink(text)) return text;
	const pieces = text.match(UNTOUCHABLE) ?? [];
	const between = text.split(UNTOUCHABLE);
	if (!between.some(hasWords)) return text;
	if (pieces.length === 0) return await translated(text);
	if (!text.includes('⟦')) {
		const marked = between.map((part, index) => part + (index < pieces.length ? mark(index) : ''));
		const answer = await translated(marked.join(''));
		const marks = [...answer.matchAll(MARKS)].map(([, index]) => Number(index));
		if (areAllOnce(marks, pieces.length)) {
			return answer.replace(MARKS, (_, index: string) => pieces[Number(index)]);
		}
	}
	const parts = between.map(async (part) => (hasWords(part) ? await translated(part) : part));
	return (await Promise.all(parts)).map((part, index) => part + (pieces[index] ?? '')).join('');
}

/** Whether a text is one link and nothing else, whatever signs are in it. */
function isLink(text: string): boolean {
	return /^\s*(?:\w+:\/\/|mailto:|tel:)\S+\s*$/.test(text);
}

/** Whether there is anything to translate: a number, a code of digits or a line of signs has no language. */
function hasWords(text: string): boolean {
	return /\p{L}/u.test(text);
}

function areAllOnce(marks: number[], count: number): boolean {
	return (
		marks.length === count && new Set(marks).size === count && Math.max(...marks) === count - 1
	);
}
