const lastInLine = new Map<string | object, Promise<unknown>>();

/**
 * Carries out tasks of the same key one after the other, in the order in which they came, and tasks of
 * different keys side by side. A task that failed does not stop the ones behind it.
 */
export async function inTurn<Result>(
	key: string | object,
	task: () => Promise<Result>,
): Promise<Result> {
	const before = lastInLine.get(key);
	const mine = before ? before.then(task, task) : task();
	lastInLine.set(key, mine);
	try {
		return await mine;
	} finally {
		if (lastInLine.get(key) === mine) lastInLine.delete(key);
	}
}
