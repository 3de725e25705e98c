import type { NodeDescription } from '../n8n/workflow';
import { STORAGE, UPLOAD } from '../server/routes';
import type { Stage } from '../stage';
import { names } from './contestant';
import { credential } from './credentials';

/** Bytes in a mebibyte. */
export const MEBIBYTE = 1024 * 1024;

/** Which way a file goes. */
export type Direction = 'download' | 'upload';

/** Where the server gives a file of so many mebibytes. */
export function link({ server }: Stage, megabytes: number): string {
	return `${server.url}${STORAGE}/${Math.round(megabytes * MEBIBYTE)}/file.pdf`;
}

type Nodes = Record<Direction, (stage: Stage, megabytes: number) => NodeDescription>;

/** Nodes that get a file, and that send one. */
export interface FileContestant {
	name: string;
	nodes: Nodes;
}

function media(parameters: NodeDescription['parameters']): NodeDescription {
	return {
		type: 'n8n-nodes-ondemand.onDemandMedia',
		typeVersion: 1,
		parameters: { resource: 'media', ...parameters },
		credentials: credential('onDemandApi'),
	};
}

const ownNodes: Nodes = {
	download: (stage, megabytes) =>
		media({
			operation: 'download',
			fileId: { __rl: true, mode: 'url', value: link(stage, megabytes) },
			outputBinaryPropertyName: 'data',
		}),
	upload: () =>
		media({ operation: 'uploadFile', binaryPropertyName: 'data', responseMode: 'sync' }),
};

function httpRequest(parameters: NodeDescription['parameters']): NodeDescription {
	return {
		type: 'n8n-nodes-base.httpRequest',
		typeVersion: 4.5,
		parameters: {
			authentication: 'genericCredentialType',
			genericAuthType: 'httpHeaderAuth',
			...parameters,
		},
		credentials: credential('httpHeaderAuth'),
	};
}

const httpNodes: Nodes = {
	download: (stage, megabytes) =>
		httpRequest({
			url: link(stage, megabytes),
			options: { response: { response: { responseFormat: 'file' } } },
		}),
	upload: ({ server }) =>
		httpRequest({
			method: 'POST',
			url: server.url + UPLOAD,
			sendBody: true,
			contentType: 'multipart-form-data',
			bodyParameters: {
				parameters: [
					{ parameterType: 'formBinaryData', name: 'file', inputDataFieldName: 'data' },
					{ name: 'plugins', value: 'plugin-1713954536' },
				],
			},
			options: {},
		}),
};

function stock(operation: Direction, url: string): NodeDescription {
	return {
		type: 'n8n-nodes-stock.stockFile',
		typeVersion: 1,
		parameters: { operation, url },
	};
}

const stockNodes: Nodes = {
	download: (stage, megabytes) => stock('download', link(stage, megabytes)),
	upload: ({ server }) => stock('upload', server.url + UPLOAD),
};

/** This package. */
export const own: FileContestant = { name: names.onDemand, nodes: ownNodes };

/** The least that a node in n8n can do. */
export const helpers: FileContestant = { name: names.helpers, nodes: stockNodes };

/** This package first. */
export const fileContestants: FileContestant[] = [
	own,
	{ name: names.httpRequest, nodes: httpNodes },
	helpers,
];
