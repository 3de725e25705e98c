import { textOf } from '../shared/answer';
import type { ItemCall } from '../shared/call';
import { requiredText } from '../shared/parameters';
import { send } from '../shared/send';
import { recordsAt, textAt, withoutEmpty } from '../shared/wire';

const SESSIONS = '/chat/v1/sessions';

/** Whom a new or continued session belongs to. */
export function externalUserOf({ context }: ItemCall): string {
	return requiredText(context, 'externalUserId', 'External User ID');
}

/**
 * The ID of the user's newest session, or undefined when there is none.
 * OnDemand lists a session only after its first message.
 */
export async function latestSession(call: ItemCall, user: string): Promise<string | undefined> {
	const query = { externalUserId: user, sort: 'desc', limit: 1 };
	const { body } = await send(call, { method: 'GET', path: SESSIONS, query });
	// Another user's conversation must never be continued, even if the filter were passed over.
	const own = recordsAt(body, 'data').find((session) => session.externalUserId === user);
	return textAt(own, 'id');
}

/** Starts a session for a user and gives its ID. */
export async function newSession(call: ItemCall, user: string): Promise<string> {
	const answer = await send(call, {
		method: 'POST',
		path: SESSIONS,
		body: withoutEmpty({ externalUserId: user, pluginIds: call.request.body.pluginIds }),
	});
	return textOf(answer, 'data', 'id');
}
