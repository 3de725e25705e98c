import type { ApiAnswer, Refusal } from './answer';
import { leavesOpen, readRefusal } from './answer';
import type { Call } from './call';
import { OnDemandError } from './errors';
import type { FailureCause } from './errors';
import { displayNameIn } from './parameters';

interface Advice {
	/** Which refusals it is for. The first that fits is taken. */
	for: (refusal: Refusal, call: Call) => boolean;
	/** What happened; without it, what the API said stands alone. */
	title?: (refusal: Refusal, call: Call) => string;
	/** Whether what came is nothing for a person to read. */
	isUnreadable?: boolean;
	/** What to do next. */
	next: (refusal: Refusal, call: Call) => string;
	cause?: FailureCause;
}

const CREDENTIAL = 'the OnDemand API credential';

/** What each refusal of the API means to a user, after the tables of its reference and what it was seen to answer. */
const ADVICE: Advice[] = [
	{
		for: ({ statusCode }) => statusCode === 401,
		title: () => 'The API key was not accepted',
		next: () =>
			`Open ${CREDENTIAL} and paste a key that is listed under API Keys in the OnDemand dashboard.`,
		cause: 'credential-invalid',
	},
	{
		for: ({ statusCode }) => statusCode >= 300 && statusCode < 400,
		title: ({ location }) => `OnDemand redirected the request to ${location ?? 'another address'}`,
		next: () =>
			`The API key is not sent on to another address. Check the Base URL in ${CREDENTIAL}.`,
		cause: 'configuration-invalid',
	},
	{
		for: ({ isPage }) => isPage,
		title: () => 'OnDemand answered with a web page or nothing, not with data',
		next: ({ statusCode }) =>
			statusCode >= 500
				? 'OnDemand or a gateway before it is not available at the moment. Try again in some minutes.'
				: `Check the Base URL in ${CREDENTIAL}: another server seems to answer there.`,
		cause: 'temporarily-unavailable',
	},
	{
		for: ({ statusCode, errorCode }) => statusCode < 300 && errorCode === undefined,
		title: () => 'The answer of OnDemand could not be read',
		isUnreadable: true,
		next: () =>
			`It is not JSON. Try again, and check the Base URL in ${CREDENTIAL} if it stays so.`,
	},
	{
		for: ({ errorCode }) => errorCode === 'content_policy_violation',
		next: () => 'The model declines this content. Change the wording, or choose another model.',
	},
	{
		for: ({ statusCode }) => statusCode === 403,
		title: () => 'The account is not allowed to do this',
		next: () => 'Check in the OnDemand dashboard what your plan and your role include.',
		cause: 'configuration-invalid',
	},
	{
		for: ({ apiMessage }) => /subscribe/i.test(apiMessage),
		next: (_, { policy }) =>
			`Open Services in the OnDemand dashboard, subscribe to ${policy.service ?? 'the service'}, and run the workflow again.`,
		cause: 'configuration-invalid',
	},
	{
		for: ({ apiMessage }) => /is not active/i.test(apiMessage),
		next: () =>
			'OnDemand changes its models every few weeks. Choose one from the list of the Model parameter, which shows the active ones.',
		cause: 'configuration-invalid',
	},
	{
		for: ({ apiDetails }) =>
			['invalidAgentIds', 'unsubscribedAgentIds', 'inactiveAgentIds'].some(
				(key) => key in (apiDetails ?? {}),
			),
		next: () =>
			'Check the IDs in Plugin Names or IDs, and that your account is subscribed to these plugins in the OnDemand dashboard.',
		cause: 'configuration-invalid',
	},
	{
		for: ({ errorCode }) => errorCode === 'context_length_exceeded',
		next: () =>
			'Shorten the message, start a new session, or choose a model with a larger context.',
	},
	{
		for: ({ statusCode, errorCode, apiMessage }, { subjects }) =>
			statusCode === 404 &&
			errorCode === 'not_found' &&
			!/route/i.test(apiMessage) &&
			Object.keys(subjects).length > 0,
		title: (_, { subjects }) => `${Object.keys(subjects).join(' or ')} not found`,
		next: (_, { subjects }) => {
			const checked = Object.entries(subjects).map(([name, id]) => `${name} (${id})`);
			return `Check ${checked.join(' and ')}: OnDemand has nothing under this ID, or another account owns it.`;
		},
		cause: 'configuration-invalid',
	},
	{
		for: ({ statusCode }) => statusCode === 404 || statusCode === 405,
		next: () => `Check the Base URL in ${CREDENTIAL}: this address does not know the request.`,
	},
	{
		for: ({ errorCode }, { policy }) =>
			errorCode === '400' || (errorCode === 'server_error' && policy.advice !== undefined),
		title: () => 'OnDemand could not work with the input',
		next: (_, { policy }) =>
			policy.advice ?? 'Try again. If it stays so, check the parameters of this item.',
	},
	{
		for: ({ statusCode }) => statusCode === 429,
		title: () => 'OnDemand receives too many requests from this account',
		next: () =>
			'The time of Rate Limit Wait is over. Raise it in the options, lower Max Parallel Requests, or run the rest later.',
		cause: 'rate-limited',
	},
	{
		for: ({ errorCode }) => errorCode === 'plugin_execution_timeout',
		next: () =>
			'A plugin took longer than OnDemand waits. Ask for less at once, or use fewer plugins.',
		cause: 'temporarily-unavailable',
	},
	{
		for: ({ statusCode }) => statusCode >= 500,
		title: () => 'OnDemand is not available at the moment',
		next: () => 'OnDemand was asked several times. Try again in some minutes.',
		cause: 'temporarily-unavailable',
	},
	{
		for: () => true,
		next: ({ apiMessage }, { policy }) => {
			const parameter = displayNameIn(apiMessage, policy.parameters);
			return parameter
				? `Check "${parameter}" of this item.`
				: 'Check the parameters of this item against what OnDemand says.';
		},
		cause: 'configuration-invalid',
	},
];

/** An answer that is not a success, as an error with what the API said and what the user does next. */
export function refusalError(call: Call, answer: ApiAnswer): OnDemandError {
	const { message, facts } = explained(call, readRefusal(answer));
	return new OnDemandError(message, { ...facts, isOutcomeUnknown: leavesOpen(answer) });
}

/** A refusal, wherever it was read from, in words for the user. */
export function explained(call: Call, refusal: Refusal): OnDemandError {
	const advice = ADVICE.find((candidate) => candidate.for(refusal, call));
	const { apiMessage, errorCode, apiDetails, traceId, statusCode, retryAfter } = refusal;
	const title = advice?.title?.(refusal, call) ?? displayNameIn(apiMessage, call.policy.parameters);
	const said = advice?.isUnreadable ? undefined : apiMessage;
	return new OnDemandError([title, said].filter(Boolean).join(': ') || `HTTP ${statusCode}`, {
		description: advice?.next(refusal, call),
		apiMessage,
		errorCode,
		apiDetails,
		traceId,
		httpCode: statusCode === 200 ? undefined : String(statusCode),
		cause: advice?.cause,
		retryAfter,
	});
}
