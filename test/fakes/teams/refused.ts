/** A "no" of the connector's. */
export class Refused extends Error {
  readonly status: number;
  readonly code: string;
  readonly retryAfter: number | null;
  constructor(status: number, code: string, retryAfter: number | null = null) {
    super(`${status} ${code}`);
    this.name = 'Refused';
    this.status = status;
    this.code = code;
    this.retryAfter = retryAfter;
  }
}

export function refusal(status: number, code: string): Refused {
  return new Refused(status, code);
}
