import { added } from './node';
import type { EditorContext, NodeProof } from './node';

async function prove(context: EditorContext): Promise<void> {
	const { checks } = context;
	const view = await added(context, {
		node: 'OnDemand Translate',
		alias: 'i18n',
		action: 'Translate text',
	});
	checks.holds('labels', await view.text(), 'Text', 'Target Languages', 'Options');
	checks.same('placeholder', await view.placeholder('text'), 'e.g. Your order is on its way.');
	await view.type('text', 'Good morning');
	await view.pickAll('targetLanguages', ['Spanish', 'Japanese']);
	const rows = await view.execute();
	checks.same(
		'a row for each language',
		rows.map((row) => row.slice(0, 2)),
		[
			['languageCode', 'translatedText'],
			['es', '[es] Good morning'],
			['ja', '[ja] Good morning'],
		],
	);

	await proveFields(context);
}

async function proveFields(context: EditorContext): Promise<void> {
	const { checks } = context;
	const view = await added(context, {
		node: 'OnDemand Translate',
		alias: 'localize',
		action: 'Translate fields of item',
		input: { title: 'Steel Bottle', text: 'Keeps tea hot for twelve hours.' },
	});
	const placeholder = await view.placeholder('fields');
	checks.same('placeholder', placeholder, 'e.g. title, description, variants.*.label');
	checks.holds('hint', await view.text(), 'A dot leads into an object, a * stands for every entry');
	await view.type('fields', 'text');
	await view.pickAll('targetLanguages', ['Spanish']);
	await view.run();
	const json = await view.json();
	checks.holds(
		'only the chosen field is translated',
		json,
		'"Steel Bottle"',
		'"[es] Keeps tea hot',
	);
}

/** A text in two languages, then a field of a row. */
export const translate: NodeProof = { what: 'OnDemand Translate: two languages, a field', prove };
