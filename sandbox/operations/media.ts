import { toPluginId } from '../agents';
import type { Operation } from '../core';
import { invalidInput, resourceNotFound } from '../errors';
import { mimeTypeOf, nameFromUrl } from '../fileKinds';
import { textOf } from '../narrow';
import { numberedPage } from '../paging';
import { jsonReply } from '../reply';
import { register, requireTargets } from './mediaRecord';

const created = 'Media Created';
const unknownType = 'application/octet-stream';

const createMediaFromUrl: Operation = async (call) => {
	const { body, violations } = call;
	if (!body) throw invalidInput();
	requireTargets(call.core, body);
	const url = textOf(body.url);
	if (url === undefined || violations.length > 0) throw invalidInput();
	const name = textOf(body.name) ?? nameFromUrl(url);
	const sizeBytes = typeof body.sizeBytes === 'number' ? body.sizeBytes : 0;
	const media = await register(call, body, { name, url, mimeType: mimeTypeOf(name), sizeBytes });
	return jsonReply(200, { message: created, data: media });
};

const uploadMedia: Operation = async (call) => {
	const { core, body, file, violations } = call;
	if (!body || !file) throw invalidInput();
	let kept = false;
	try {
		requireTargets(call.core, body);
		if (violations.length > 0) throw invalidInput();
		const { sizeBytes } = file;
		const name = textOf(body.name) ?? file.name;
		const mimeType = file.mimeType === unknownType ? mimeTypeOf(name) : file.mimeType;
		file.mimeType = mimeType;
		const url = core.fileUrl(file);
		const media = await register(call, body, { name, url, mimeType, sizeBytes, stored: file });
		kept = true;
		return jsonReply(200, { message: created, data: media });
	} finally {
		if (!kept) await core.files.remove([file.id]);
	}
};

const sources = ['document', 'audio', 'video', 'youtube', 'image'];
const sorts = ['createdAt', '-createdAt', 'updatedAt', '-updatedAt'];

const listMedia: Operation = ({ core, query }) => {
	const sort = textOf(query.sort) ?? '-createdAt';
	const source = textOf(query.source);
	const externalUserId = textOf(query.externalUserId);
	const plugin = textOf(query.plugins);
	if (!sorts.includes(sort) || (source !== undefined && !sources.includes(source))) {
		throw invalidInput();
	}
	const kept = [...core.state.media.values()]
		.map(({ media }) => media)
		.filter(
			(media) =>
				(source === undefined || media.source === source) &&
				(externalUserId === undefined || media.externalUserId === externalUserId) &&
				(plugin === undefined || media.plugins.includes(toPluginId(plugin))),
		);
	const key = sort.endsWith('updatedAt') ? 'updatedAt' : 'createdAt';
	kept.sort((a, b) => a[key].localeCompare(b[key]) || a.id.localeCompare(b.id));
	if (sort.startsWith('-')) kept.reverse();
	const { data, page, limit } = numberedPage(kept, query, 1);
	const pagination = { page, limit };
	return jsonReply(200, { message: 'Media fetched successfully', data, pagination });
};

const deleteMedia: Operation = async ({ core, params }) => {
	const entry = core.state.media.get(params.fileId);
	if (!entry) throw resourceNotFound();
	core.state.media.delete(params.fileId);
	await core.files.remove(entry.fileIds);
	return jsonReply(200, { message: 'Media Deleted!' });
};

/** Files: by URL, by upload, listed, deleted. */
export const mediaOperations: Array<[string, Operation]> = [
	['createMediaFromUrl', createMediaFromUrl],
	['uploadMedia', uploadMedia],
	['listMedia', listMedia],
	['deleteMedia', deleteMedia],
];
