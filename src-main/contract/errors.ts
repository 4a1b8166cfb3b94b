/**
 * Expected failures. Every refusal the program gives is an `OfficeError` with a code of the
 * contract; anything else that is thrown is a bug and goes to the log.
 */

/** One offending place: a form field (`path`) or a cell / row of a file (`where`). */
export interface ErrorField {
  /** Dotted path inside the operation's input, e.g. `startsOn` or `terms.0.endsOn`. */
  readonly path: string;
  /** Russian text that says what is wrong and what to do. */
  readonly message: string;
}

export interface ErrorReply {
  readonly code: string;
  /** Russian text for the user: what happened, where, what to do. */
  readonly message: string;
  readonly fields: readonly ErrorField[];
}

/**
 * A refusal expected by design.
 * `code` is stable and kebab-case (tests and the CLI compare it), `message` is Russian.
 */
export class OfficeError extends Error {
  override readonly name: string = 'OfficeError';
  readonly code: string;
  readonly fields: readonly ErrorField[];

  constructor(code: string, message: string, fields: readonly ErrorField[] = []) {
    super(message);
    this.code = code;
    this.fields = fields;
  }

  toReply(): ErrorReply {
    return { code: this.code, message: this.message, fields: this.fields };
  }
}

/**
 * A refusal whose own rows stay: the command is committed and then answered with the error, as the
 * count of wrong passwords must outlive the wrong password. `standsAs` is what the history calls
 * it: never by the command's own name, for that would read as done.
 */
export class StandingRefusal extends OfficeError {
  override readonly name = 'StandingRefusal';
  readonly standsAs: string;

  constructor(code: string, message: string, fields: readonly ErrorField[], standsAs: string) {
    super(code, message, fields);
    this.standsAs = standsAs;
  }
}

/** A refusal that points at one field of the form. */
export const fieldError = (code: string, path: string, message: string): OfficeError =>
  new OfficeError(code, message, [{ path, message }]);

/** Compile-time proof that a union is exhausted; reaching it at run time is a bug. */
export const assertNever = (value: never): never => {
  throw new Error(`Unexpected value: ${JSON.stringify(value)}`);
};
