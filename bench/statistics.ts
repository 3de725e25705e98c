/** The middle value; of an even number of values the mean of the two in the middle. */
export function median(values: number[]): number {
	const sorted = sortedOf(values);
	const middle = Math.floor(sorted.length / 2);
	return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** The value that the given share of the values does not exceed, for example 0.95. */
export function percentile(values: number[], share: number): number {
	const sorted = sortedOf(values);
	return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
}

function sortedOf(values: number[]): number[] {
	if (values.length === 0) throw new Error('There are no values');
	return [...values].sort((one, other) => one - other);
}
