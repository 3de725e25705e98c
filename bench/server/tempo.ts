/** Milliseconds until the first token of an answer. */
export const THINKING = 100;

/** Milliseconds between two tokens. */
export const TOKEN_DELAY = 5;

/** Tokens of an answer. */
export const TOKENS = 10;
