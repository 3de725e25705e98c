import { eventLoop } from './eventLoop';
import { files } from './files';
import { filesProfile } from './filesProfile';
import { firstToken } from './firstToken';
import { frames } from './frames';
import { latency } from './latency';
import { limit } from './limit';
import { list } from './list';
import type { Measure } from './measure';
import { packed } from './package';
import { profile } from './profile';
import { translations } from './translations';

/** All measures, in the order in which they run. */
export const measures: Measure[] = [
	translations,
	latency,
	limit,
	eventLoop,
	firstToken,
	files,
	frames,
	list,
	packed,
	profile,
	filesProfile,
];
