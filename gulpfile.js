const { readdirSync } = require('node:fs');
const { rm } = require('node:fs/promises');
const { dest, src, task } = require('gulp');

/** The folders in which `n8n-node build` looks for icons and output schemas. */
const folders = readdirSync('.', { withFileTypes: true })
	.filter((entry) => entry.isDirectory() && !/^(\.|dist$|node_modules$)/.test(entry.name))
	.map(({ name }) => name);

task('clean', async () => await rm('dist', { recursive: true, force: true }));

/** Copies icons and output schemas beside the compiled code: the same files as `n8n-node build` copies. */
task('build:icons', () =>
	src(
		folders.flatMap((name) => [`${name}/**/*.{png,svg}`, `${name}/**/__schema__/**/*.json`]),
		{ base: '.', encoding: false },
	).pipe(dest('dist')),
);
