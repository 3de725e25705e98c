/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- tests run in Node, never inside n8n */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { jsonSchemaOf } from '../jsonSchema';
import type { Execution } from './engine';
import { otherRows } from './rows/others';
import { outputRows } from './rows/outputs';
import { recording } from './rows/row';
import { question, useSandbox } from './sandbox';

const bench = useSandbox();

/** Where n8n looks for the schema of an operation's output. */
function schemaFile({
	node,
	parameters: { resource, operation },
}: Pick<Execution, 'node' | 'parameters'>) {
	const folder = node.replace(/^on/, 'On');
	const path = [resource, `${operation}.json`].filter(Boolean).join('/');
	return join(__dirname, '..', '..', 'nodes', folder, '__schema__', 'v1.0.0', path);
}

/** An item that points to a session, a message and a file that are there, and holds a recording. */
async function inputItem() {
	const [answer] = (await bench.run({ node: 'onDemandChat', parameters: question('Hello') })).items;
	const [media] = (
		await bench.run({
			node: 'onDemandMedia',
			parameters: { resource: 'media', operation: 'uploadFile', binaryPropertyName: 'data' },
			items: [recording],
		})
	).items;
	return { json: { ...answer.json, fileId: media.json.id }, binary: recording.binary };
}

it.each([...outputRows, ...otherRows])(
	'n8n shows the fields of $does before it ever ran',
	async ({ node, parameters }) => {
		const { items } = await bench.run({ node, parameters, items: [await inputItem()] });
		const schema: unknown = JSON.parse(readFileSync(schemaFile({ node, parameters }), 'utf8'));
		expect({ ...jsonSchemaOf(items[0].json), version: 1 }).toEqual(schema);
	},
);
