/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-dangerous-functions -- tests run in Node, never inside n8n */
import '../engine/environment';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { PackageDirectoryLoader } from 'n8n-core';
import { NodeHelpers } from 'n8n-workflow';

const root = join(__dirname, '..', '..');
const run = (...command: string[]) =>
	execFileSync(command[0], command.slice(1), { cwd: root, encoding: 'utf8', stdio: 'pipe' });

/** Every file below a folder with its content, by its path in there. */
function filesIn(folder: string): Record<string, string> {
	const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
	return Object.fromEntries(
		entries
			.filter((entry) => entry.isFile())
			.map((entry) => join(entry.parentPath, entry.name))
			.map((path) => [relative(folder, path), readFileSync(path, 'utf8')]),
	);
}

describe('The built package', () => {
	let built: Record<string, string>;
	beforeAll(() => {
		run('npx', 'n8n-node', 'build');
		built = filesIn(join(root, 'dist'));
	}, 120_000);

	it('is loaded by n8n with five nodes and one credential', async () => {
		const loader = new PackageDirectoryLoader(root);
		await loader.loadAll();
		expect(Object.keys(loader.nodeTypes).sort()).toEqual([
			'onDemandChat',
			'onDemandMedia',
			'onDemandPlugins',
			'onDemandSpeech',
			'onDemandTranslate',
		]);
		expect(Object.keys(loader.credentialTypes)).toEqual(['onDemandApi']);
	});

	it('requires nothing but its own files and n8n-workflow', () => {
		const required = Object.values(built).flatMap((code) =>
			[...code.matchAll(/require\(["']([^"']+)["']\)/g)].map(([, name]) => name),
		);
		expect([...new Set(required.filter((name) => !name.startsWith('.')))]).toEqual([
			'n8n-workflow',
		]);
	});

	it('is the same when gulp builds it', () => {
		const folder = mkdtempSync(join(tmpdir(), 'n8n-node-build-'));
		cpSync(join(root, 'dist'), folder, { recursive: true });
		run('npm', 'run', 'build:gulp');
		expect(filesIn(join(root, 'dist'))).toEqual(filesIn(folder));
		rmSync(folder, { recursive: true });
	}, 120_000);

	it('holds no run-time dependency', () => {
		const { dependencies, peerDependencies } = JSON.parse(
			readFileSync(join(root, 'package.json'), 'utf8'),
		) as Record<string, unknown>;
		expect({ dependencies, peerDependencies }).toEqual({
			dependencies: undefined,
			peerDependencies: { 'n8n-workflow': '*' },
		});
	});

	it('gives n8n’s scanner nothing to object to, nor do its sources', () => {
		const folder = mkdtempSync(join(tmpdir(), 'n8n-node-pack-'));
		const tarball = run('npm', 'pack', '--silent', '--pack-destination', folder).trim();
		const printed = run('npm', 'run', 'scan', '--', '--tarball', join(folder, tarball));
		rmSync(folder, { recursive: true });
		expect(printed).toMatch(/✔ sources: \d{3} files, 0 errors, 0 warnings/);
		expect(printed).toMatch(/✔ packed package: \d{2,} files, 0 errors, 0 warnings/);
	}, 60_000);

	it('is packed with what a user needs, and nothing else', () => {
		const [{ files }] = JSON.parse(run('npm', 'pack', '--dry-run', '--json')) as [
			{ files: Array<{ path: string }> },
		];
		const others = files
			.map(({ path }) => path)
			.filter((path) => !/^dist\/(credentials|nodes)\/.*\.(js|json)$/.test(path));
		expect(others.sort()).toEqual([
			'LICENSE',
			'README.md',
			'dist/icons/ondemand.dark.svg',
			'dist/icons/ondemand.svg',
			'index.js',
			'package.json',
		]);
	});
});

describe('The sources', () => {
	it.each(['nodes', 'credentials'])('of %s switch off no rule of the linter', (folder) => {
		const silenced = Object.entries(filesIn(join(root, folder)))
			.filter(([, code]) => code.includes('eslint-disable'))
			.map(([path]) => path);
		expect(silenced).toEqual([]);
	});

	it('keep every node file under 100 lines', () => {
		const long = Object.entries(filesIn(join(root, 'nodes')))
			.filter(([path, code]) => path.endsWith('.node.ts') && code.split('\n').length > 100)
			.map(([path]) => path);
		expect(long).toEqual([]);
	});
});

describe('Every operation', () => {
	it('goes through the door', async () => {
		const loader = new PackageDirectoryLoader(root);
		await loader.loadAll();
		const options = Object.values(loader.nodeTypes)
			.flatMap(({ type }) => NodeHelpers.getVersionedNodeType(type).description.properties)
			.filter(({ name }) => name === 'operation')
			.flatMap((property) => property.options ?? []);
		expect(options.length).toBeGreaterThan(15);
		for (const option of options) {
			expect(option).toMatchObject({
				action: expect.any(String),
				routing: {
					send: { paginate: true },
					operations: { pagination: expect.any(Function) },
				},
			});
		}
	});
});
