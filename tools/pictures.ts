/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- tools run on Node itself, never inside n8n */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { instance } from '@viz-js/viz';
import { say } from '../demo/progress';

const folder = resolve(__dirname, '../docs/images');

/** A picture that is drawn from a text in the language of Graphviz. */
export interface Picture {
	/** Path of the file that holds the picture. */
	file: string;
	svg: string;
}

/** Draws every picture of the documentation that has a text beside it. */
export async function drawnPictures(): Promise<Picture[]> {
	const graphviz = await instance();
	const sources = (await readdir(folder)).filter((name) => name.endsWith('.dot'));
	return await Promise.all(
		sources.sort().map(async (name) => ({
			file: join(folder, name.replace(/dot$/, 'svg')),
			svg: graphviz.renderString(await readFile(join(folder, name), 'utf8'), { format: 'svg' }),
		})),
	);
}

async function main(): Promise<void> {
	for (const { file, svg } of await drawnPictures()) {
		await writeFile(file, svg);
		say(`drawn: ${file}`);
	}
}

if (require.main === module) {
	main().catch((error: unknown) => {
		process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
		process.exitCode = 1;
	});
}
