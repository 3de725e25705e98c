import { added } from './node';
import type { EditorContext, NodeProof } from './node';

const SPOKEN = 'Your order is on its way.';

async function prove(context: EditorContext): Promise<void> {
	const { checks } = context;
	const view = await added(context, {
		node: 'OnDemand Speech',
		alias: 'tts',
		action: 'Synthesize speech from text',
	});
	checks.holds('labels', await view.text(), 'Text', 'Voice', 'Model', 'Output Data Field Name');
	checks.holds('hint', await view.text(), 'The name of the output field to put the file in');
	checks.same('placeholder', await view.placeholder('text'), 'e.g. Your order is on its way.');
	await view.type('text', SPOKEN);
	await view.pick('voice', 'Nova');
	await view.run();
	const json = await view.json();
	checks.holds('JSON beside the file', json, 'audio/mpeg', 'speech.mp3', 'http');
	const url = /"(http[^"]+)"/.exec(json)?.[1] ?? '';

	await view.pick('operation', 'Transcribe');
	await view.pick('audioSource', 'URL');
	const placeholder = await view.placeholder('audioUrl');
	checks.same('placeholder', placeholder, 'e.g. https://example.com/voicemail.mp3');
	await view.type('audioUrl', url);
	await view.run();
	checks.holds('what was heard', await view.json(), SPOKEN);
}

/** A text spoken, and what was spoken written down again. */
export const speech: NodeProof = { what: 'OnDemand Speech: speak, then write down', prove };
