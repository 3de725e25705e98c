import type { Stage } from '../stage';
import type { Traffic } from '../server/traffic';
import type { Workflow } from '../n8n/workflow';

/** How a contestant translated. */
export interface TranslationRun {
	/** For a node its own time of execution, as n8n notes it; for a script the time from first to last request. */
	milliseconds: number;
	/** The most memory that the process held, in bytes. */
	peakMemory: number;
	/** How many translations arrived. */
	translated: number;
	/** What the server saw. */
	traffic: Traffic;
}

/** One of the ways to do the same work. */
export interface Contestant {
	name: string;
	/** The workflow that n8n has to know beforehand to translate so many items. */
	workflow?(stage: Stage, items: number): Workflow;
	/** Translates under the conditions that the server has been given. */
	translate(stage: Stage, items: number): Promise<TranslationRun>;
}

/** The contestants by name, as tables and pictures show them. */
export const names = {
	onDemand: 'this package',
	httpRequest: 'HTTP Request node',
	stock: 'stock declarative node',
	helpers: "n8n's helpers alone",
	script: 'axios script',
};
