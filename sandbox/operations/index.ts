import type { Operation } from '../core';
import { chatOperations } from './chat';
import { mediaOperations } from './media';
import { pluginOperations } from './plugins';
import { queryOperations } from './query';
import { serviceOperations } from './services';

/** What the sandbox can do, by operation id of the contract. */
export const operations: ReadonlyMap<string, Operation> = new Map([
	...chatOperations,
	...queryOperations,
	...mediaOperations,
	...pluginOperations,
	...serviceOperations,
]);

/** Ids a fault or limit may name: all operations and the downloads of stored files. */
export const operationIds: readonly string[] = [...operations.keys(), 'storage'];
