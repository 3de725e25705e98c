import { fileNameOf, MANY } from '../fill';
import { added, proveList } from './node';
import type { EditorContext, NodeProof } from './node';

async function prove(context: EditorContext): Promise<void> {
	const { checks } = context;
	const upload = await added(context, {
		node: 'OnDemand Media',
		alias: 'pdf',
		action: 'Upload media file',
	});
	const text = await upload.text();
	checks.holds('labels', text, 'Input Data Field Name', 'File Agents', 'Response Mode', 'Options');
	checks.holds('hint', text, 'The name of the input field that holds the file');
	await upload.pick('operation', 'Create From URL');
	const placeholder = await upload.placeholder('url');
	checks.same('placeholder', placeholder, 'e.g. https://example.com/terms.pdf');

	await upload.pick('operation', 'Download');
	await proveList(checks, upload.locator('fileId'), {
		of: 'files',
		filter: 'terms 0120',
		entry: fileNameOf(MANY - 5),
	});
	await upload.run();
	const file = upload.output.getByText(fileNameOf(MANY - 5));
	await file.waitFor();
	const output = await upload.output.innerText();
	checks.holds('the downloaded file', output, fileNameOf(MANY - 5), 'text/plain');
}

/** A file chosen from its list and downloaded. */
export const media: NodeProof = { what: 'OnDemand Media: file from the list, download', prove };
