import { helpers, own } from '../contestants/fileNodes';
import type { Direction, FileContestant } from '../contestants/fileNodes';
import { fileWorkflow, inFileSystem, LARGE, removeFiles, TINY } from '../n8n/fileWorkflow';
import { importWorkflows } from '../n8n/imports';
import { profiled } from '../profile/profiled';
import { secondsByRoom } from '../profile/rooms';
import type { Seconds } from '../profile/rooms';
import type { Stage } from '../stage';
import type { Measure } from './measure';
import { profileRows } from './profile';

async function profileOf(
	stage: Stage,
	contestant: FileContestant,
	direction: Direction,
	megabytes: number,
): Promise<Seconds> {
	const workflow = fileWorkflow(stage, contestant, direction, megabytes);
	await importWorkflows(stage, [workflow]);
	const found = await profiled(stage, workflow, inFileSystem);
	await removeFiles(stage);
	return secondsByRoom(found);
}

/** What is left of each room without another profile, such as that of n8n's start. */
function without(seconds: Seconds, other: Seconds): Seconds {
	return new Map(
		[...seconds].map(([room, spent]) => [room, Math.max(0, spent - (other.get(room) ?? 0))]),
	);
}

/** What a large file costs n8n's main thread, in each room of the house. */
export const filesProfile: Measure = {
	name: 'files-profile',
	title: 'Where the time of 1 GiB goes',
	run: async (stage, _, step) => {
		const profile = async (contestant: FileContestant, direction: Direction, megabytes: number) => {
			step.now(`${direction} of ${megabytes} MiB under the profiler: ${contestant.name}`);
			return await profileOf(stage, contestant, direction, megabytes);
		};
		const start = await profile(own, 'download', TINY);
		const ownDownload = await profile(own, 'download', LARGE);
		const helpersDownload = await profile(helpers, 'download', LARGE);
		// What is uploaded was downloaded before, by this package.
		const ownUpload = await profile(own, 'upload', LARGE);
		const helpersUpload = await profile(helpers, 'upload', LARGE);
		return {
			rows: [
				...profileRows('a download of 1 GiB', [
					[own.name, without(ownDownload, start)],
					[helpers.name, without(helpersDownload, start)],
				]),
				...profileRows('an upload of 1 GiB', [
					[own.name, without(ownUpload, ownDownload)],
					[helpers.name, without(helpersUpload, ownDownload)],
				]),
			],
		};
	},
};
