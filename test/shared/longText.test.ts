import fc from 'fast-check';
import { textParts, withoutEnds } from '../../nodes/shared/longText';

describe('A long text is taken apart', () => {
	it.each([
		[
			'at the ends of paragraphs',
			'One two.\n\nThree four.\n\nFive.',
			24,
			['One two.\n\nThree four.\n\n', 'Five.'],
		],
		[
			'at the ends of sentences',
			'One two. Three four! Five?',
			12,
			['One two. ', 'Three four! ', 'Five?'],
		],
		['between words', 'one two three four', 9, ['one two ', 'three ', 'four']],
		['between the words of scripts without blanks', '今日は天気がいいですね', 4, undefined],
	])('%s', (_, text, limit, expected) => {
		const parts = textParts(text, limit);
		if (expected) expect(parts).toEqual(expected);
		expect(parts.length).toBeGreaterThan(1);
		expect(parts.join('')).toBe(text);
	});

	it('never inside a number or a long word', () => {
		const text = 'Total 1,234,567.89 EUR and Donaudampfschifffahrtsgesellschaft';
		expect(textParts(text, 8)).toEqual([
			'Total ',
			'1,234,567.89',
			' EUR ',
			'and ',
			'Donaudampfschifffahrtsgesellschaft',
		]);
	});

	it('so that the parts are the text again, none too long but for a single word', () => {
		const text = fc.array(
			fc.oneof(
				fc.string({ unit: 'grapheme', maxLength: 30 }),
				fc.constantFrom(' ', '. ', '\n\n', '\n', '👩‍👩‍👧', '漢字', ' 3.14 '),
			),
		);
		fc.assert(
			fc.property(
				text.map((pieces) => pieces.join('')),
				fc.integer({ min: 1, max: 40 }),
				(whole, limit) => {
					const parts = textParts(whole, limit);
					expect(parts.join('')).toBe(whole);
					for (const part of parts) {
						expect(Buffer.from(part).toString()).toBe(part);
						if (part.length > limit) expect(part.trim()).not.toMatch(/\s/);
					}
				},
			),
		);
	});
});

it.each(['  a b \n', 'a', '', ' \n '])('The ends of %j come back around its core', (text) => {
	expect(withoutEnds(text).join('')).toBe(text);
	expect(withoutEnds(text)[1]).toBe(text.trim());
});
