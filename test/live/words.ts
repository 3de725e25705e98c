import type { OnDemandAccount } from '../../nodes/shared/credential';

/** A text of the API with the key hidden, should it ever be repeated there. */
export function hidden(text: string, { apiKey }: OnDemandAccount): string {
	return text.replaceAll(apiKey, '…');
}
