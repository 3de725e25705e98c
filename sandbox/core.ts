import type { Contract } from './contract';
import { CounterBoard } from './counters';
import { FaultList } from './faults';
import type { Fault } from './faults';
import type { FileStore, StoredFile } from './files';
import { LimitList } from './limits';
import type { JsonObject } from './narrow';
import type { Reply } from './reply';
import { RequestLog } from './requestLog';
import { defaultSettings } from './settings';
import type { Settings } from './settings';
import { State } from './state';
import { Timers } from './timers';

/** What one sandbox consists of. */
export class Core {
	readonly state = new State();

	readonly counters = new CounterBoard();

	readonly faults = new FaultList();

	readonly limits = new LimitList();

	readonly timers = new Timers();

	readonly log: RequestLog;

	readonly settings: Settings;

	/** Address of the running server, without a slash at the end. */
	url = '';

	private readonly startSettings: Settings;

	constructor(
		readonly contract: Contract,
		readonly files: FileStore,
		readonly apiKey: string,
		settings: Partial<Settings>,
		logSize: number,
	) {
		this.startSettings = { ...defaultSettings, ...settings };
		this.settings = { ...this.startSettings };
		this.log = new RequestLog(logSize);
	}

	/** Public address of a stored file. */
	fileUrl(file: StoredFile): string {
		return `${this.url}/storage/${file.id}/${encodeURIComponent(file.name)}`;
	}

	/** Back to the state right after the start. */
	async reset(): Promise<void> {
		this.timers.clear();
		this.state.clear();
		this.counters.clear();
		this.faults.clear();
		this.limits.clear();
		this.log.clear();
		Object.assign(this.settings, this.startSettings);
		await this.files.clear();
	}
}

/** One call of an operation: what was sent, and the sandbox it is worked on in. */
export interface Call {
	core: Core;
	params: Record<string, string>;
	query: JsonObject;
	/** JSON body, or the fields of a form; nothing when it could not be read as an object. */
	body: JsonObject | undefined;
	/** Uploaded file. */
	file?: StoredFile;
	/** What the request breaks of the contract. */
	violations: string[];
	/** Stream fault the call meets. */
	fault?: Fault;
}

/** Works on a call; refuses it by throwing an `ApiError`. */
export type Operation = (call: Call) => Reply | Promise<Reply>;
