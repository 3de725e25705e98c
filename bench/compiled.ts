/* eslint-disable @n8n/community-nodes/no-restricted-imports -- the benchmarks run in Node, never inside n8n */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { ModuleKind, ScriptTarget, transpileModule } from 'typescript';

/**
 * Compiles one file for a process that knows no TypeScript.
 *
 * @returns the path of the JavaScript, in the folder
 */
export async function compiled(file: string, folder: string): Promise<string> {
	const { outputText } = transpileModule(await readFile(file, 'utf8'), {
		compilerOptions: {
			module: ModuleKind.CommonJS,
			target: ScriptTarget.ES2022,
			// The linter, which also finds the compiled files, would read rules in them that it does not apply there.
			removeComments: true,
		},
	});
	const path = resolve(folder, basename(file).replace(/\.ts$/, '.js'));
	await mkdir(folder, { recursive: true });
	await writeFile(path, outputText);
	return path;
}
