/** Jest reporter that ends a run with one line: how many tests passed, failed and were skipped. */
module.exports = class Verdict {
	onRunComplete(_contexts, results) {
		const { numPassedTests, numFailedTests, numPendingTests, numRuntimeErrorTestSuites } = results;
		const failed = numFailedTests + numRuntimeErrorTestSuites;
		process.stdout.write(
			`\n${numPassedTests} passed, ${failed} failed, ${numPendingTests} skipped\n`,
		);
	}
};
