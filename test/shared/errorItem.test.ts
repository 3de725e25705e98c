import { errorItem, OnDemandError } from '../../nodes/shared/errors';

const node = {
	id: 'ondemand',
	name: 'OnDemand',
	type: 'onDemandChat',
	typeVersion: 1,
	position: [0, 0] as [number, number],
	parameters: {},
};

describe('An error item', () => {
	it('is marked for the error output of versions of n8n that look at the mark alone', () => {
		const item = errorItem(new OnDemandError('No'), { ...node, onError: 'continueErrorOutput' });
		expect(item.error).toBe(true);
	});

	it('does not show its mark, which would take the place of its JSON', () => {
		const item = errorItem(new OnDemandError('No'), { ...node, onError: 'continueErrorOutput' });
		expect({ ...item }).toEqual({ json: { error: 'No', message: 'No', details: {} } });
	});

	it('has no mark where n8n has no error output', () => {
		const item = errorItem(new OnDemandError('No'), { ...node, onError: 'continueRegularOutput' });
		expect(item.error).toBeUndefined();
	});
});
