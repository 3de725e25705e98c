/* eslint-disable @n8n/community-nodes/no-restricted-imports -- tests run in Node, never inside n8n */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { drawnPictures } from '../../tools/pictures';

it('Every drawn picture of the documentation is what its text gives', async () => {
	const pictures = await drawnPictures();
	expect(pictures.map(({ file }) => basename(file))).toContain('architecture.svg');
	for (const { file, svg } of pictures) {
		// When this fails: npx tsx tools/pictures.ts
		expect({ file, svg: readFileSync(file, 'utf8') }).toEqual({ file, svg });
	}
});
