import type { IDataObject } from 'n8n-workflow';
import { recordsAt } from './wire';

/** The model endpoints in the body of an answer. Until July 2026 they stood under `endpointsData`. */
export function endpointsIn(body: unknown): IDataObject[] {
	return [...recordsAt(body, 'data'), ...recordsAt(body, 'endpointsData')];
}
