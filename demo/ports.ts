/* eslint-disable @n8n/community-nodes/no-restricted-imports -- the demo runs on Node itself, never inside n8n */
import { once } from 'node:events';
import { createServer } from 'node:net';

/** Whether nothing listens at a port of 127.0.0.1. */
export async function isFree(port: number): Promise<boolean> {
	const server = createServer();
	server.listen(port, '127.0.0.1');
	try {
		await once(server, 'listening');
	} catch {
		return false;
	}
	server.close();
	await once(server, 'close');
	return true;
}

/** Some free port on 127.0.0.1. */
export async function freePort(): Promise<number> {
	const server = createServer();
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	const address = server.address();
	server.close();
	await once(server, 'close');
	if (address === null || typeof address === 'string') throw new Error('No free port');
	return address.port;
}

/** The first free port of those wished for, else some other free one. */
export async function freePortOf(wishes: number[]): Promise<number> {
	for (const port of wishes) {
		if (await isFree(port)) return port;
	}
	return await freePort();
}
