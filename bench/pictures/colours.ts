import { names } from '../contestants/contestant';

/** Colours that people with any kind of colour vision can tell apart (Okabe and Ito). */
export const colours = {
	inFlight: '#0072b2',
	accepted: '#009e73',
	refused: '#d55e00',
	limit: '#57606a',
};

const BY_CONTESTANT: Record<string, string> = {
	[names.onDemand]: '#0072b2',
	[names.httpRequest]: '#d55e00',
	[names.stock]: '#009e73',
	[names.script]: '#8c6bb1',
};

/** The colour of a contestant, the same in all pictures. */
export function colourOf(contestant: string): string {
	return BY_CONTESTANT[contestant] ?? '#57606a';
}
