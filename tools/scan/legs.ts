import { ESLint } from 'eslint';

/** What n8n's scanner has to say of one half of a package. */
export interface Leg {
	/** What was looked at, in words. */
	name: string;
	files: number;
	errors: number;
	warnings: number;
	/** Each finding with its file, line and rule, as lines to read; empty when there is none. */
	findings: string;
}

/** The files of a packed package that the scanner looks at. */
const PACKED_FILE_PATTERNS = ['**/*.js', 'package.json'];

/**
 * The half that the scanner reads from the public repository: `package.json`, nodes and credentials.
 *
 * @param folder the root of the repository
 */
export async function scanSources(folder: string): Promise<Leg> {
	const { SOURCE_FILE_PATTERNS } = await scanner();
	return await scan('sources', folder, SOURCE_FILE_PATTERNS);
}

/**
 * The half that the scanner reads from npm: what is shipped.
 *
 * @param folder where the tarball is unpacked
 */
export async function scanPacked(folder: string): Promise<Leg> {
	return await scan('packed package', folder, PACKED_FILE_PATTERNS);
}

/** Does what the scanner does with downloaded files; the scanner itself passes over warnings. */
async function scan(name: string, folder: string, patterns: string[]): Promise<Leg> {
	const { buildScanConfig } = await scanner();
	const eslint = new ESLint({
		cwd: folder,
		allowInlineConfig: false,
		overrideConfigFile: true,
		overrideConfig: await buildScanConfig(),
	});
	const results = await eslint.lintFiles(patterns);
	const total = (count: 'errorCount' | 'warningCount') =>
		results.reduce((sum, result) => sum + result[count], 0);
	const formatter = await eslint.loadFormatter('stylish');
	return {
		name,
		files: results.length,
		errors: total('errorCount'),
		warnings: total('warningCount'),
		findings: await formatter.format(results),
	};
}

// Loaded only here: it makes a temporary folder as soon as it is loaded, in the one that is set by then.
async function scanner() {
	return await import('@n8n/scan-community-package/scanner/scanner.mjs');
}
