import { names } from './contestant';
import { credential } from './credentials';
import { inN8n } from './inN8n';

/** The request by a declarative node that has routing alone, in `bench/stockNode`. */
export const stockNode = inN8n(names.stock, () => ({
	type: 'n8n-nodes-stock.stockTranslate',
	typeVersion: 1,
	parameters: { operation: 'translate', text: '={{ $json.text }}', targetLanguage: 'fr' },
	credentials: credential('stockApi'),
	onError: 'continueRegularOutput',
}));
