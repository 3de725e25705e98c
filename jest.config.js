/** @type {import('jest').Config} */
module.exports = {
	testEnvironment: 'node',
	testMatch: ['<rootDir>/test/**/*.test.ts'],
	modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/.demo'],
	transform: {
		'^.+\\.ts$': [
			'ts-jest',
			{ tsconfig: { module: 'commonjs', target: 'es2022', esModuleInterop: true, resolveJsonModule: true, isolatedModules: true } },
		],
	},
	reporters: ['default', '<rootDir>/test/verdict.js'],
};
