/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-dangerous-functions -- tests run in Node, never inside n8n */
import { execFileSync, spawnSync } from 'node:child_process';
import {
	appendFileSync,
	cpSync,
	mkdirSync,
	mkdtempSync,
	readFileSync,
	rmSync,
	writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(__dirname, '..', '..');
const folder = mkdtempSync(join(tmpdir(), 'n8n-nodes-ondemand-scan-test-'));
const sources = join(folder, 'sources');
const tarball = join(folder, 'package.tgz');

/** What `npm run scan` prints and ends with. */
function scan(): { printed: string; status: number | null } {
	const options = ['tools/scan/run.ts', '--sources', sources, '--tarball', tarball];
	const { stdout, stderr, status } = spawnSync(join(root, 'node_modules/.bin/tsx'), options, {
		cwd: root,
		encoding: 'utf8',
	});
	return { printed: stdout + stderr, status };
}

/** Packs the project's manifest with one file of compiled code. */
function pack(code: string): void {
	const content = join(folder, 'package');
	mkdirSync(join(content, 'dist'), { recursive: true });
	cpSync(join(root, 'package.json'), join(content, 'package.json'));
	writeFileSync(join(content, 'dist/code.js'), code);
	execFileSync('tar', ['-czf', tarball, '-C', folder, 'package']);
}

describe('npm run scan', () => {
	beforeEach(() => {
		for (const part of ['package.json', 'credentials', 'icons', 'nodes']) {
			cpSync(join(root, part), join(sources, part), { recursive: true });
		}
	});
	afterEach(() => rmSync(sources, { recursive: true }));
	afterAll(() => rmSync(folder, { recursive: true }));

	it('finds a broken rule in the sources and in the packed package, even where it is switched off', () => {
		const node = join(sources, 'nodes/OnDemandChat/OnDemandChat.node.ts');
		appendFileSync(node, '\n/* eslint-disable */\nprocess.env.HOME;\n');
		pack("/* eslint-disable */ require('child_process').execSync('ls');\n");
		const { printed, status } = scan();
		expect(printed).toMatch(/✘ sources: \d+ files, 1 errors, 0 warnings/);
		expect(printed).toContain('@n8n/community-nodes/no-restricted-globals');
		expect(printed).toMatch(/✘ packed package: 2 files, 1 errors, 0 warnings/);
		expect(printed).toContain('@n8n/community-nodes/no-restricted-imports');
		expect(printed.trimEnd().split('\n').pop()).toBe('n8n’s scanner has 2 to object to');
		expect(status).toBe(1);
	});

	it('finds a mere warning', () => {
		const manifest = join(sources, 'package.json');
		writeFileSync(manifest, readFileSync(manifest, 'utf8').replace(/^\t"homepage".*\n/m, ''));
		pack('module.exports = {};\n');
		const { printed, status } = scan();
		expect(printed).toMatch(/✘ sources: \d+ files, 0 errors, 1 warnings/);
		expect(printed).toMatch(/✔ packed package: 2 files, 0 errors, 0 warnings/);
		expect(status).toBe(1);
	});
});
