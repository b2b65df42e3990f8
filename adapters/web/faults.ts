/** Herald is starting or stopping. */
export class Away extends Error {
  override readonly name = 'Away';
}

/** Somebody whom the sample company does not know. */
export class NobodyHere extends Error {
  override readonly name = 'NobodyHere';
}

/** A request that no page of ours makes. */
export class Unreadable extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'Unreadable';
  }
}
