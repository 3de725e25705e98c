/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- the benchmarks run in Node, never inside n8n */
import { createRequire } from 'node:module';

/** Loads files beside n8n-workflow, which is there already in n8n, and prints how long that takes. */
const [first, ...others] = process.argv.slice(2);
const load = createRequire(first);
load('n8n-workflow');
const began = performance.now();
for (const file of [first, ...others]) load(file);
process.stdout.write(JSON.stringify({ milliseconds: performance.now() - began }));
