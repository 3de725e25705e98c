import type { IDataObject } from 'n8n-workflow';
import type { InputFile } from './binary';
import type { ItemCall } from './call';
import { OnDemandError } from './errors';
import { MultipartForm } from './multipart';
import { send } from './send';
import { isRecord, valueAt } from './wire';

/**
 * Uploads a file as media.
 *
 * @param fields the form's text parts by name; a list becomes as many parts
 * @returns the media record of the API
 */
export async function uploadFile(
	call: ItemCall,
	file: InputFile,
	fields: IDataObject,
): Promise<IDataObject> {
	const parts = Object.entries({ ...fields, sizeBytes: file.size }).flatMap(([name, value]) =>
		(Array.isArray(value) ? value : [value]).map((entry): [string, string] => [
			name,
			String(entry),
		]),
	);
	const { body } = await send(call, {
		method: 'POST',
		path: '/media/v1/public/file/raw',
		body: new MultipartForm(parts, file),
		isUpload: true,
	});
	const media = valueAt(body, 'data');
	if (isRecord(media)) return media;
	throw new OnDemandError('OnDemand took the file but told nothing about it', {
		description: 'Look for it with Media: Get Many before you upload it again.',
	});
}
