import { chatTime } from './ids';
import type { JsonObject } from './narrow';
import type { Metrics, TextMessage } from './state';

function frame(event: string, data: string): string {
	return `event:${event}\ndata:${data.replaceAll('&', '\\u0026')}\n\n`;
}

/**
 * Writes the frames of one answer in the style of the live service: no blank behind the colon of a
 * line, fulfillment frames with blanks inside the JSON, all others compact, `&` escaped.
 */
export class FrameMaker {
	private messageIndex = 0;

	private thinkingIndex = 0;

	constructor(private readonly message: TextMessage) {}

	private compact(event: string, eventIndex: number, eventType: string, extra: JsonObject): string {
		const { sessionId, id: messageId } = this.message;
		return frame(
			event,
			JSON.stringify({
				sessionId,
				messageId,
				eventIndex,
				eventType,
				status: 'processing',
				...extra,
			}),
		);
	}

	/** Sign of life. */
	heartbeat(): string {
		const { sessionId, id: messageId } = this.message;
		return frame('heartbeat', JSON.stringify({ sessionId, messageId, time: chatTime() }));
	}

	/** A piece of the reasoning of the model. */
	thinking(eventType: string, delta: string): string {
		this.thinkingIndex += 1;
		const key = eventType.endsWith('_output') ? 'output' : 'thinking';
		return this.compact('thinking', this.thinkingIndex, eventType, { [key]: { delta } });
	}

	/** A progress note. */
	statusLog(statusType: string, statusMessage: string, extra: JsonObject = {}): string {
		this.messageIndex += 1;
		return this.compact('message', this.messageIndex, 'statusLog', {
			currentStatusLog: { statusType, statusMessage, ...extra, time: chatTime() },
		});
	}

	/** A piece of the answer. */
	fulfillment(delta: string): string {
		this.messageIndex += 1;
		const { sessionId, id: messageId } = this.message;
		const fields = [
			`"sessionId": ${JSON.stringify(sessionId)}`,
			`"messageId": ${JSON.stringify(messageId)}`,
			`"answer": ${JSON.stringify(delta)}`,
			'"status": "processing"',
		];
		const index = `"eventIndex":${this.messageIndex}, "eventType": "fulfillment"`;
		return frame('message', `{${fields.join(', ')}, ${index}}`);
	}

	/** A piece whose JSON was damaged on its way. */
	damaged(delta: string): string {
		return this.fulfillment(delta).replace(/"eventIndex".*$/m, '');
	}

	/** The usage, near the end. */
	metricsLog(publicMetrics: Metrics): string {
		this.messageIndex += 1;
		return this.compact('message', this.messageIndex, 'metricsLog', { publicMetrics });
	}

	/** End of a good stream. */
	done(): string {
		return frame('message', '[DONE]');
	}

	/** End of a failed stream. */
	error(message: string, errorCode: string): string {
		return frame('message', `[ERROR]:${JSON.stringify({ message, errorCode })}`);
	}
}

/**
 * Cuts a frame where a careless reader would stumble: within a line and within each character of
 * more than one byte.
 * @returns the pieces in order, each to be written on its own
 */
export function awkwardPieces(text: string): Buffer[] {
	const bytes = Buffer.from(text, 'utf8');
	const cuts = new Set([Math.floor(bytes.length / 3), bytes.length - 1]);
	bytes.forEach((byte, index) => {
		const startsCharacter = byte >= 0xc0;
		if (startsCharacter) cuts.add(index + 1);
	});
	const ends = [...cuts, bytes.length].sort((a, b) => a - b);
	return ends.flatMap((end, index) => {
		const start = index === 0 ? 0 : ends[index - 1];
		return end > start ? [bytes.subarray(start, end)] : [];
	});
}
