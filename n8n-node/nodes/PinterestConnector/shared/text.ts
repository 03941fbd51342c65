/** A text, also where an expression gave a number: a product called 501 has a title all the same. */
export const textOf = (given: unknown): string | undefined => (given === undefined || given === null ? undefined : String(given).trim());
