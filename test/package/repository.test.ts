/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- tests run in Node, never inside n8n */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { nodeTypes } from '../engine/engine';

const root = join(__dirname, '..', '..');
const github = join(root, '.github');
const read = (...path: string[]) => readFileSync(join(github, ...path), 'utf8');
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
	engines: { node: string };
	scripts: Record<string, string>;
	repository: { url: string };
};

describe('The workflow that publishes', () => {
	const workflow = parse(read('workflows', 'publish.yml')) as {
		on: unknown;
		jobs: Record<string, { needs?: string; permissions?: unknown }>;
	};

	it('runs for tagged versions only, and after all tests', () => {
		expect(workflow.on).toEqual({ push: { tags: ['*.*.*'] } });
		expect(workflow.jobs.publish.needs).toBe('ci');
	});

	it('may sign the provenance, and nothing more', () => {
		expect(workflow.jobs.publish.permissions).toEqual({ contents: 'read', 'id-token': 'write' });
		expect(read('workflows', 'publish.yml')).not.toContain('secrets.');
	});
});

it('CI tests with the oldest Node.js that the package runs on, and the next two', () => {
	const { jobs } = parse(read('workflows', 'ci.yml')) as {
		jobs: { test: { strategy: { matrix: { node: number[] } } } };
	};
	const { node } = jobs.test.strategy.matrix;
	expect(node).toEqual([20, 22, 24]);
	expect(manifest.engines.node).toMatch(new RegExp(`^>=${node[0]}\\.`));
});

it.each(readdirSync(join(github, 'workflows')))('%s runs only scripts that there are', (file) => {
	const named = [...read('workflows', file).matchAll(/npm (?:run )?(test|(?<=run )[\w:-]+)/g)];
	expect(named.length).toBeGreaterThan(0);
	expect(named.map(([, script]) => script).filter((name) => !manifest.scripts[name])).toEqual([]);
});

describe('The form for a bug', () => {
	const form = read('ISSUE_TEMPLATE', 'bug.yml');
	const { body } = parse(form) as {
		body: Array<{ id?: string; attributes: { options?: unknown[] } }>;
	};

	it('asks for what is needed to find it', () => {
		const ids = body.map(({ id }) => id);
		expect(ids).toEqual(
			expect.arrayContaining(['n8n', 'package', 'node', 'operation', 'error', 'workflow']),
		);
		expect(form).toContain('trace ID');
	});

	it('names every node', () => {
		const options = body.find(({ id }) => id === 'node')?.attributes.options;
		const names = Object.values(nodeTypes).map(({ description }) => description.displayName);
		expect(options).toEqual(expect.arrayContaining(names));
	});

	it('warns of API keys', () => {
		expect(form).toContain('Never paste an API key');
	});
});

it('Every address of the repository is that of package.json', () => {
	const address = manifest.repository.url.replace(/^git\+|\.git$/g, '');
	const files = ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'SECURITY.md'];
	const texts = [
		...files.map((file) => readFileSync(join(root, file), 'utf8')),
		...readdirSync(join(github, 'ISSUE_TEMPLATE')).map((file) => read('ISSUE_TEMPLATE', file)),
	];
	const linked = texts.flatMap((text) => text.match(/https:\/\/github\.com\/[\w./-]+/g) ?? []);
	const own = linked.filter((link) => !link.startsWith('https://github.com/n8n-io/'));
	expect(own.length).toBeGreaterThan(5);
	expect(own.filter((link) => !link.startsWith(address))).toEqual([]);
});
