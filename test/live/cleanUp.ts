import type { IDataObject } from 'n8n-workflow';
import type { OnDemandAccount } from '../../nodes/shared/credential';
import type { Finding } from '../e2e/findings';
import { execute } from '../engine/engine';
import { byId } from '../engine/rows/row';
import type { Found } from './rows';
import { hidden } from './words';

/** How many entries of a list are looked through; the newest come first. */
const NEWEST = 100;

/** What is made in a run, and how it is listed and deleted. */
const kinds = [
	{ node: 'onDemandChat', resource: 'session', idParameter: 'sessionId', known: 'session' },
	{ node: 'onDemandMedia', resource: 'media', idParameter: 'fileId', known: 'file' },
] as const;

/**
 * Deletes every session and file of the run's user: those that are listed, and the ones that the calls
 * know of, since a session without a message is in no list.
 */
export async function cleanUp(account: OnDemandAccount, found: Found): Promise<Finding> {
	const began = Date.now();
	const reasons: string[] = [];
	for (const { node, resource, idParameter, known } of kinds) {
		const ask = async (operation: string, more: IDataObject) => {
			const { items, error } = await execute({
				node,
				parameters: { resource, operation, ...more },
				credential: { ...account },
			});
			if (error) reasons.push(`${resource} ${operation}: ${hidden(error.message, account)}`);
			return items.map(({ json }) => json);
		};
		const listed = await ask('getAll', {
			returnAll: false,
			limit: NEWEST,
			filters: { externalUserId: found.user },
		});
		// The list of sessions was seen to pass over the filter; nothing of others may be deleted.
		const own = listed.filter(({ externalUserId }) => externalUserId === found.user);
		const ids = new Set([...own.map(({ id }) => String(id)), found[known] ?? '']);
		ids.delete('');
		for (const id of ids) await ask('delete', { [idParameter]: byId(id) });
	}
	return {
		layer: 'Clean-up',
		what: 'Everything that the calls have made is deleted',
		milliseconds: Date.now() - began,
		verdict: reasons.length === 0 ? 'passed' : 'failed',
		reasons,
	};
}
