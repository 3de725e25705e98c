const { dest, src, task } = require('gulp');

/** Copies the icons and output schemas beside the compiled nodes, as `n8n-node build` does. */
function buildIcons() {
	return src(['icons/**/*.{png,svg}', 'nodes/**/*.{png,svg}', 'nodes/**/__schema__/**/*.json'], {
		base: '.',
		encoding: false,
	}).pipe(dest('dist'));
}

task('build:icons', buildIcons);
