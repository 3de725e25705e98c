import type { NodeDescription } from '../n8n/workflow';
import { names } from './contestant';
import { credential } from './credentials';
import { inN8n } from './inN8n';

/** The translation node of this package. */
export const onDemandNode: NodeDescription = {
	type: 'n8n-nodes-ondemand.onDemandTranslate',
	typeVersion: 1,
	parameters: {
		resource: 'text',
		operation: 'translate',
		text: '={{ $json.text }}',
		targetLanguages: ['fr'],
		options: {},
	},
	credentials: credential('onDemandApi'),
	onError: 'continueRegularOutput',
};

export const onDemand = inN8n(names.onDemand, () => onDemandNode);
