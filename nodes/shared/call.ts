import type {
	IAllExecuteFunctions,
	ICredentialDataDecryptedObject,
	IDataObject,
	IHttpRequestMethods,
	IHttpRequestOptions,
	ILoadOptionsFunctions,
	INodeProperties,
} from 'n8n-workflow';
import { CREDENTIAL, readAccount } from './credential';
import type { OnDemandAccount } from './credential';
import { maxParallelOf, rateLimitWaitOf } from './descriptions/limits';
import type { ItemContext } from './itemContext';
import { describedRequest } from './parameters';
import { requestSettings } from './requestOptions';
import type { RequestSettings } from './requestOptions';
import type { Turn } from './scheduler';

/** Milliseconds that a person who has opened a list waits for it. */
const LIST_PATIENCE = 10_000;

/** A request in the API's own terms: everything that makes one operation differ from another. */
export interface ApiRequest {
	method: IHttpRequestMethods;
	/** Path below the base URL, for example `/chat/v1/sessions`. */
	path: string;
	query?: IDataObject;
	/** A JSON object, or a multipart body. */
	body?: IHttpRequestOptions['body'];
	/** Whether the body is a whole file. */
	isUpload?: boolean;
	/** Whether a POST may be sent again when nobody knows if it was carried out; other methods may. */
	isRepeatable?: boolean;
}

/** Whether it does no harm to carry a request out a second time: a POST says so itself, other methods do none. */
export function isHarmlessTwice({
	method,
	isRepeatable,
}: Pick<ApiRequest, 'method' | 'isRepeatable'>): boolean {
	return isRepeatable ?? method !== 'POST';
}

/** A request of which all parts are there, so that an operation can read what its parameters gave. */
export interface DescribedRequest extends ApiRequest {
	query: IDataObject;
	body: IDataObject;
}

/** Where the request of an operation goes. */
export interface RequestTemplate {
	method: IHttpRequestMethods;
	/** Path below the base URL. A `{placeholder}` is filled from the parameter of that name. */
	url: string;
}

/** What an operation tells the door about itself. */
export interface OperationPolicy {
	/** The operation's own parameters: their names on the wire, in the editor, and which are required. */
	parameters: INodeProperties[];
	/** Whether its POST may be sent again when nobody knows if it was carried out. */
	isRepeatable?: boolean;
	/** What to do next when the API could not work with the input, in one or two sentences. */
	advice?: string;
	/** What to call in the OnDemand dashboard when the account is not subscribed, for example "Translation". */
	service?: string;
}

/** One item on its way through the door. */
export interface Call {
	context: ItemContext | ILoadOptionsFunctions;
	/** The n8n that its requests are sent with. */
	n8n: IAllExecuteFunctions;
	credential: ICredentialDataDecryptedObject;
	account: OnDemandAccount;
	policy: OperationPolicy;
	/** The request as the operation and the item's parameters describe it. */
	request: ApiRequest;
	/** The IDs in the request's path, under the display names of their parameters. */
	subjects: Record<string, string>;
	/** What the node's settings ask of every request. */
	settings: RequestSettings;
	/** In whose turn requests are sent. */
	turn: Turn;
	/** Milliseconds for which a request that was refused for the number of requests is sent again. */
	rateLimitWait: number;
	/** Ends with the execution. */
	signal?: AbortSignal;
}

/** A call that stands for an input item, with that item's context. */
export interface ItemCall extends Call {
	context: ItemContext;
	request: DescribedRequest;
}

/**
 * Opens the call of one item: reads the credential once for all of its requests and checks the parameters.
 *
 * @throws OnDemandError when the credential is not usable or a required parameter is empty
 */
export async function openItemCall(
	context: ItemContext,
	n8n: IAllExecuteFunctions,
	operation: OperationPolicy & RequestTemplate,
): Promise<ItemCall> {
	const credential = await context.getCredentials(CREDENTIAL);
	const account = readAccount(credential);
	const signal = context.getExecutionCancelSignal();
	return {
		context,
		n8n,
		credential,
		account,
		policy: operation,
		...describedRequest(context, operation),
		settings: requestSettings(context),
		turn: { execution: signal ?? {}, maxParallel: maxParallelOf(context), signal },
		rateLimitWait: rateLimitWaitOf(context),
		signal,
	};
}

/** Opens a call for a list in the editor, which has no item. */
export async function openListCall(
	context: ILoadOptionsFunctions,
	request: ApiRequest,
): Promise<Call> {
	const credential = await context.getCredentials(CREDENTIAL);
	return {
		context,
		n8n: context,
		credential,
		account: readAccount(credential),
		policy: { parameters: [] },
		request,
		subjects: {},
		settings: {},
		turn: { execution: {}, maxParallel: Infinity },
		rateLimitWait: LIST_PATIENCE,
	};
}
