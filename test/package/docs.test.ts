/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- tests run in Node, never inside n8n */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { INodeProperties, INodePropertyOptions, INodeType } from 'n8n-workflow';
import { nodeTypes } from '../engine/engine';

const root = join(__dirname, '..', '..');
const docs = join(root, 'docs');
const nodes = Object.values(nodeTypes).map((node) => ({
	node,
	name: node.description.displayName,
}));

/** The page of a node, for example `chat.md` of OnDemand Chat. */
function pageOf({ description }: INodeType): string {
	const page = `${description.name.replace('onDemand', '').toLowerCase()}.md`;
	return readFileSync(join(docs, page), 'utf8');
}

/** What stands under a heading of the second level, up to the next one. */
function section(page: string, heading: string): string {
	const found = page.split(/^## /m).find((part) => part.startsWith(`${heading}\n`));
	if (!found) throw new Error(`The page has no section "${heading}"`);
	return found;
}

interface Operation {
	heading: string;
	parameters: INodeProperties[];
}

/** A node's operations, as its page has them: with the resource in front where there are several. */
function operationsOf({ description: { properties } }: INodeType): Operation[] {
	const resources = entriesOf(properties.find(({ name }) => name === 'resource'));
	return properties
		.filter(({ name }) => name === 'operation')
		.flatMap((property) => {
			const resource = resources.find(({ value }) => isShownFor(property, 'resource', value));
			return entriesOf(property).map(({ name, value }) => ({
				heading: resource && resources.length > 1 ? `${resource.name}: ${name}` : name,
				parameters: properties.filter(
					(parameter) =>
						isShownFor(parameter, 'operation', value) &&
						(!resource || isShownFor(parameter, 'resource', resource.value)) &&
						!isForTools(parameter),
				),
			}));
		});
}

function isShownFor(
	{ displayOptions }: INodeProperties,
	selector: 'resource' | 'operation',
	value: INodePropertyOptions['value'],
): boolean {
	return displayOptions?.show?.[selector]?.includes(value) ?? false;
}

function isForTools({ displayOptions }: INodeProperties): boolean {
	return displayOptions?.show?.['@tool'] !== undefined;
}

/** The entries of a list to choose from. */
function entriesOf(property?: INodeProperties): INodePropertyOptions[] {
	return (property?.options ?? []).filter(
		(option): option is INodePropertyOptions => 'value' in option,
	);
}

/** What a parameter shows in the editor: its own name, and those of all that it holds. */
function namesOf(parameter: INodeProperties): string[] {
	const entries = parameter.name === 'targetLanguages' ? [] : entriesOf(parameter);
	const held = (parameter.options ?? []).flatMap((option) => {
		if ('type' in option) return namesOf(option);
		return 'values' in option ? [option.displayName, ...option.values.flatMap(namesOf)] : [];
	});
	return [
		parameter.displayName,
		...entries.map(({ name }) => name),
		...(parameter.modes ?? []).map(({ displayName }) => displayName),
		...held,
	];
}

/** The names that a text does not hold in bold or italics. */
function missingIn(text: string, names: string[]): string[] {
	return [...new Set(names)].filter((name) => !text.includes(`*${name}*`));
}

describe.each(nodes)('The page of $name', ({ node, name }) => {
	const { properties } = node.description;

	it('begins with what the node does', () => {
		const [heading, , firstLine] = pageOf(node).split('\n');
		expect(heading).toBe(`# ${name}`);
		expect(firstLine).toContain(`**${name}**`);
	});

	it('shows the node', () => {
		expect(pageOf(node)).toMatch(/^!\[[^\]]+\]\(images\/\w+\.png\)$/m);
	});

	it('names everything that the editor shows', () => {
		expect(missingIn(pageOf(node), properties.flatMap(namesOf))).toEqual([]);
	});

	it.each(operationsOf(node))('describes $heading', ({ heading, parameters }) => {
		const text = section(pageOf(node), heading);
		expect(missingIn(text, parameters.flatMap(namesOf))).toEqual([]);
		expect(text).toContain('```json');
		expect(text).toContain('| What it says | What to do |');
	});

	it('describes what an AI agent is offered', () => {
		const text = section(pageOf(node), 'As an AI tool');
		expect(missingIn(text, properties.filter(isForTools).flatMap(namesOf))).toEqual([]);
	});
});

describe('The index', () => {
	const index = readFileSync(join(docs, 'README.md'), 'utf8');

	it('leads to every page', () => {
		const pages = readdirSync(docs).filter((file) => /^[a-z]+\.md$/.test(file));
		expect(pages.filter((page) => !index.includes(`](${page})`))).toEqual([]);
	});

	it('describes the options that n8n adds to every node', () => {
		const options = nodes[0].node.description.properties.filter(
			({ name }) => name === 'requestOptions',
		);
		expect(missingIn(index, options.flatMap(namesOf))).toEqual([]);
	});
});

const pages = ['', 'docs', 'sandbox', 'demo', 'bench'].flatMap((folder) =>
	(existsSync(join(root, folder)) ? readdirSync(join(root, folder)) : [])
		.filter((file) => file.endsWith('.md'))
		.map((file) => join(folder, file)),
);

/** A page without its code, in which nothing is a link or a heading. */
function prose(path: string): string {
	return readFileSync(join(root, path), 'utf8').replace(/```[^]*?```|`[^`\n]*`/g, '');
}

/** The anchors that a page offers, as GitHub makes them of its headings. */
function anchorsOf(path: string): string[] {
	return [...prose(path).matchAll(/^#+ (.+)$/gm)].map(([, heading]) =>
		heading
			.toLowerCase()
			.replace(/[^\p{L}\p{N}\s_-]/gu, '')
			.replace(/\s/g, '-'),
	);
}

function leadsSomewhere(path: string, link: string): boolean {
	const [file, anchor] = link.split('#');
	const target = file === '' ? path : join(dirname(path), decodeURIComponent(file));
	if (!existsSync(join(root, target))) return false;
	return !anchor || anchorsOf(target).includes(anchor);
}

describe.each(pages)('%s', (path) => {
	it('has no link that leads nowhere', () => {
		const links = [...prose(path).matchAll(/\]\(([^)\s]+)\)/g)]
			.map(([, link]) => link)
			.filter((link) => !/^(https?|mailto):/.test(link));
		expect(links.filter((link) => !leadsSomewhere(path, link))).toEqual([]);
	});

	it('names only scripts that there are', () => {
		const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
			scripts: Record<string, string>;
		};
		const named = [...readFileSync(join(root, path), 'utf8').matchAll(/npm run ([\w:-]+)/g)];
		expect(named.map(([, script]) => script).filter((script) => !scripts[script])).toEqual([]);
	});
});

it('The first page has what n8n’s verification asks for, in the order in which people read', () => {
	const headings = [...prose('README.md').matchAll(/^## (.+)$/gm)].map(([, heading]) => heading);
	expect(headings).toEqual([
		'Try it',
		'Installation',
		'Credentials',
		'Operations',
		'Examples',
		'Usage',
		'Compatibility',
		'Limits and what is known',
		'Resources',
		'Development',
		'Version history',
		'License',
	]);
});

it('The changelog tells of the version that is in package.json', () => {
	const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
		version: string;
	};
	expect(prose('CHANGELOG.md')).toContain(`## [${version}]`);
	expect(section(prose('README.md'), 'Version history')).toContain(`**${version}**`);
});
