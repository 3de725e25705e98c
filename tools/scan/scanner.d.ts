/** What is used here of n8n's scanner, which comes without types. */
declare module '@n8n/scan-community-package/scanner/scanner.mjs' {
	import type { Linter } from 'eslint';

	/** The files of a repository that the scanner looks at. */
	export const SOURCE_FILE_PATTERNS: string[];

	/** The rules that the scanner holds them to. */
	export function buildScanConfig(): Promise<Linter.Config[]>;
}
