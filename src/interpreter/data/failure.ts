/**
 * A failure of the execution, in AWS's terms: a value that is returned, never thrown. `cause` is without the
 * prefix "An error occurred while executing the state ..."; the engine adds it where AWS does.
 */
export class Failure {
  constructor(
    readonly error: string | undefined,
    readonly cause: string | undefined,
    /** JSONata only: the field the expression stands in, e.g. `Output/result`. */
    readonly location?: string,
  ) {}
}
