import type { IDataObject, ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { endpointsIn } from '../modelEndpoints';
import { send } from '../send';
import { fits, listed } from './listed';

/** The models that are active now, by name or ID. OnDemand refuses the others, about three quarters of its list. */
export async function searchModels(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	const request = { method: 'GET', path: '/config/v1/public/endpoints' } as const;
	return await listed(this, request, async (call) => {
		const { body } = await send(call);
		const results = endpointsIn(body)
			.filter(({ status }) => status === 'active')
			.filter(({ endpoint_name, endpoint_id }) => fits(filter, endpoint_name, endpoint_id))
			.map(shown)
			.sort((one, other) => one.name.localeCompare(other.name));
		return { results };
	});
}

function shown({ endpoint_id, endpoint_name, context_length }: IDataObject) {
	const id = String(endpoint_id);
	const name = String(endpoint_name ?? id);
	return {
		name: context_length ? `${name} (${Number(context_length).toLocaleString('en')} tokens)` : name,
		value: id,
		description: id,
	};
}
