import type { Execution } from '../engine';

/** One operation with parameters, and the request that OnDemand must receive for it. */
export interface Row {
	does: string;
	node: string;
	parameters: Execution['parameters'];
	items?: Execution['items'];
	sends: { operationId: string; path: string; query?: object; body?: unknown };
}

export const ID = '6ac98247aa268adc215df6e1';

export const byId = (value: string) => ({ __rl: true, mode: 'id', value });

export const recording = {
	json: {},
	binary: { data: { data: 'SUQzBAA=', mimeType: 'audio/mpeg', fileName: 'note.mp3' } },
};

/** What the sandbox tells about `recording` once it has it. */
export const sentFile = {
	name: 'note.mp3',
	mimeType: 'audio/mpeg',
	sizeBytes: 5,
	sha256: '0309e27dc5c111c30989f1a9c1b2795739e244e7f66ae10f5e985292a919b58b',
};
