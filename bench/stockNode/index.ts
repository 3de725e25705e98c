/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- the benchmarks run in Node, never inside n8n */
import { copyFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Layout } from '../../demo/layout';
import { compiled } from '../compiled';

/** Puts the stock nodes where n8n looks for community packages. */
export async function installStockNodes({ home }: Layout): Promise<void> {
	const folder = resolve(home, '.n8n/nodes/node_modules/n8n-nodes-stock');
	for (const file of ['StockTranslate.ts', 'StockFile.ts', 'StockApi.ts']) {
		await compiled(resolve(__dirname, file), folder);
	}
	await copyFile(resolve(__dirname, 'package.json'), resolve(folder, 'package.json'));
}
