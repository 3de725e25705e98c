import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';
import { useSandbox } from './sandbox';

const bench = useSandbox();
const translated = async (fields: string, rows: IDataObject[], more = {}) => {
	const { items, error } = await bench.run({
		node: 'onDemandTranslate',
		parameters: { operation: 'translateFields', fields, targetLanguages: ['es'], ...more },
		items: rows.map((json) => ({ json })),
	});
	expect(error).toBeUndefined();
	return items;
};

describe('Translate Fields', () => {
	it('translates the chosen fields in place and keeps all others', async () => {
		const row = {
			sku: 'KB-2044',
			title: 'Wool blanket',
			price: 59.9,
			inStock: true,
			attributes: { colour: 'Dark blue', weightInGrams: 1200 },
			variants: [
				{ label: 'Small', size: 1 },
				{ label: 'Large', size: 2 },
			],
			tags: ['warm', 'winter'],
			discontinuedAt: null,
		};
		const [{ json }] = await translated('title, attributes.colour, variants.*.label, tags, gone', [
			row,
		]);
		expect(json).toEqual({
			...row,
			title: '[es] Wool blanket',
			attributes: { colour: '[es] Dark blue', weightInGrams: 1200 },
			variants: [
				{ label: '[es] Small', size: 1 },
				{ label: '[es] Large', size: 2 },
			],
			tags: ['[es] warm', '[es] winter'],
		});
	});

	it.each([
		['variants[*].label'],
		['variants[].label'],
		['variants.*.label'],
		['variants.0.label, variants[1].label'],
	])('takes the path %s', async (fields) => {
		const [{ json }] = await translated(fields, [{ variants: [{ label: 'A' }, { label: 'B' }] }]);
		expect(json).toEqual({ variants: [{ label: '[es] A' }, { label: '[es] B' }] });
	});

	it.each([
		['a number in text', '1,299.00'],
		['a link', 'https://shop.example.com/item?id=4&lang=en'],
		['an e-mail address', 'help+us@shop.example.com'],
		['a placeholder', '{{ customer.name }}'],
		['tags around nothing', '<p><br/></p>'],
		['nothing', ''],
	])('leaves %s alone and asks nothing', async (_, text) => {
		const [{ json }] = await translated('text', [{ text }]);
		expect(json).toEqual({ text });
		expect(bench.received()).toEqual([]);
	});

	it('sends what must stay as marks, so that a sentence stays whole', async () => {
		const text =
			'Dear {{name}}, see <a href="https://x.example/a?b=1">our page</a> or write to a@b.example.';
		const [{ json }] = await translated('text', [{ text }]);
		expect(json).toEqual({ text: `[es] ${text}` });
		expect(bench.received('translateText')[0].body).toEqual({
			input: 'Dear ⟦0⟧, see ⟦1⟧our page⟦2⟧ or write to ⟦3⟧.',
			languageCode: 'es',
		});
	});

	it('asks for texts that come again only once', async () => {
		await translated('title, subtitle', [
			{ title: 'Wool blanket', subtitle: 'Warm' },
			{ title: 'Wool blanket', subtitle: 'Warm' },
		]);
		expect(bench.received('translateText')).toHaveLength(2);
	});

	it('gives a row for each language, with its code where it is asked for', async () => {
		const items = await translated('title', [{ title: 'Chair' }], {
			targetLanguages: ['es', 'de'],
			options: { languageField: 'language' },
		});
		expect(items.map(({ json }) => json)).toEqual([
			{ title: '[es] Chair', language: 'es' },
			{ title: '[de] Chair', language: 'de' },
		]);
	});

	it('changes only what it should on a catalogue of 200 rows', async () => {
		const words = fc
			.array(fc.constantFrom('wool', 'chair', 'größe', '寸法', 'blue', 'with'), {
				minLength: 1,
				maxLength: 5,
			})
			.map((list) => list.join(' '));
		const leaf = fc.oneof(words, fc.integer(), fc.boolean(), fc.constant(null), fc.webUrl());
		const row = fc.record({
			sku: fc.string({ minLength: 1 }),
			title: words,
			price: fc.double({ noNaN: true, noDefaultInfinity: true }),
			details: fc.dictionary(fc.constantFrom('colour', 'material', 'link'), leaf),
			variants: fc.array(fc.record({ id: fc.nat(), label: leaf, notes: fc.array(leaf) })),
		});
		const rows = fc.sample(row, { numRuns: 200, seed: 7 });
		const items = await translated('title, details.*, variants.*.label, variants.*.notes', rows);
		const spanish = (value: unknown) =>
			typeof value === 'string' && !URL.canParse(value) ? `[es] ${value}` : value;
		expect(items.map(({ json }) => json)).toEqual(
			rows.map((original) => ({
				...original,
				title: spanish(original.title),
				details: Object.fromEntries(
					Object.entries(original.details).map(([key, value]) => [key, spanish(value)]),
				),
				variants: original.variants.map(({ id, label, notes }) => ({
					id,
					label: spanish(label),
					notes: notes.map(spanish),
				})),
			})),
		);
		expect(items.map(({ pairedItem }) => pairedItem)).toEqual(rows.map((_, item) => ({ item })));
	});
});

describe('A long text', () => {
	it('is translated in parts, joined in order with every blank in its place', async () => {
		const text = '  First part.\n\nSecond part, a bit longer.\n\n\tThird.  ';
		const { items } = await bench.run({
			node: 'onDemandTranslate',
			parameters: {
				operation: 'translate',
				text,
				targetLanguages: ['es'],
				options: { maxCharacters: 20 },
			},
		});
		expect(items[0].json.translatedText).toBe(
			'  [es] First part.\n\n[es] Second part, a bit [es] longer.\n\n\tThird.  ',
		);
	});
});
