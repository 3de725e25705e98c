const { rm } = require('node:fs/promises');
const { dest, src, task } = require('gulp');

task('clean', async () => await rm('dist', { recursive: true, force: true }));

/** Copies icons and output schemas beside the compiled code: the same files as `n8n-node build` copies. */
task('build:icons', () =>
	src(['**/*.{png,svg}', '**/__schema__/**/*.json', '!dist/**', '!node_modules/**'], {
		base: '.',
		encoding: false,
	}).pipe(dest('dist')),
);
