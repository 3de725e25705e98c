import { finished } from '../executions';
import { short } from '../report';
import { spoken } from '../progress';
import type { Findings } from '../report';
import type { Job, JobContext } from './job';

const BATCH_MS = 15 * 60_000;
const SAMPLES = 3;
const SOURCE = 'Make 200 product rows';
const TRANSLATE = 'Translate the description';
const IMPOSSIBLE = ['klingon-x', '??', 'zz'];

type Row = Record<string, unknown>;

/** Whether each row is told by the fields of its own input, and not of a neighbour's. */
function areOwn(rows: Row[], sources: Map<unknown, Row>): boolean {
	return rows.every((row) => {
		const source = sources.get(row.id);
		return ['sku', 'name', 'language'].every((field) => row[field] === source?.[field]);
	});
}

async function run({ n8nApi, examples, api }: JobContext): Promise<Findings> {
	const id = await n8nApi.execute(examples.batch, 'Try it now');
	const execution = await finished(n8nApi, id, BATCH_MS);
	const rowsOf = (node: string, output?: number): Row[] =>
		execution.items(node, output).map(({ json }) => json);

	const rows = rowsOf(SOURCE);
	const sources = new Map(rows.map((row) => [row.id, row]));
	const translated = rowsOf('Translated rows');
	const failed = rowsOf(TRANSLATE, 1);
	const toLookAt = rowsOf('Rows to look at');
	const outIds = [...translated, ...failed].map((row) => row.id);
	const impossible = rows.filter((row) => IMPOSSIBLE.includes(String(row.language)));
	const isImpossible = (row: Row) => impossible.some(({ id: wanted }) => wanted === row.id);

	return {
		lines: [
			`in   ${rows.length} product rows; the languages of ${impossible.length} do not exist`,
			`out  ${translated.length} translations in ${spoken(execution.milliseconds(TRANSLATE))}, for example`,
			...translated
				.slice(0, SAMPLES)
				.map(
					(row) =>
						`     ${row.id} ${row.sku} ${row.language}: ${short(String(row.description), 72)}`,
				),
			`out  ${toLookAt.length} rows to look at`,
			...toLookAt.map((row) => `     ${row.id} ${row.sku} ${row.language}: ${row.reason}`),
			...toLookAt.slice(0, 1).map(({ whatToDo }) => `     what to do: ${whatToDo}`),
			...(execution.error ? [`the workflow stopped: ${execution.error}`] : []),
		],
		checks: [
			[
				'every row came out once',
				rows.length === 200 && outIds.length === 200 && new Set(outIds).size === 200,
			],
			[
				'every output belongs to its own row, failed ones too',
				areOwn(translated, sources) && areOwn(failed, sources),
			],
			[
				'only impossible languages failed, with the API’s own message',
				failed.every(isImpossible) &&
					(failed.length === impossible.length || !api.counters) &&
					toLookAt.length === failed.length &&
					failed.every(({ message }) => typeof message === 'string' && message !== ''),
			],
		],
	};
}

/** The batch: 200 rows, 3 of which cannot be translated. */
export const batch: Job = { name: 'Scheduled batch translation', run };
