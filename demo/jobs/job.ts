import type { Api } from '../api';
import type { Examples } from '../examples';
import type { N8nApi } from '../n8nApi';
import type { Step } from '../progress';
import type { Findings } from '../report';

/** What the jobs work with. */
export interface JobContext {
	n8nApi: N8nApi;
	examples: Examples;
	/** The OnDemand API behind the workflows. */
	api: Api;
	/** Where files for the user are put. */
	folder: string;
	/** Where to show what happens at the moment. */
	step: Step;
}

/** A use of the examples, as a user would make it. */
export interface Job {
	name: string;
	run(context: JobContext): Promise<Findings>;
}
