const compilerOptions = {
	module: 'commonjs',
	target: 'es2022',
	esModuleInterop: true,
	resolveJsonModule: true,
	isolatedModules: true,
	allowJs: true,
};

/** @type {import('jest').Config} */
module.exports = {
	testEnvironment: 'node',
	testTimeout: 30_000,
	testMatch: ['<rootDir>/test/**/*.test.ts'],
	modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/.demo'],
	transform: { '^.+\\.[jt]s$': ['ts-jest', { tsconfig: compilerOptions, diagnostics: false }] },
	// openapi-backend loads this one, which ships only as an ES module.
	transformIgnorePatterns: ['/node_modules/(?!@apidevtools/json-schema-ref-parser/)'],
	reporters: ['default', '<rootDir>/test/verdict.js'],
};
