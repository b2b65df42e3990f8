type Answering<Asked> = { readonly [name in keyof Asked]: (...asked: never[]) => Promise<unknown> };

/**
 * Something whose methods all answer with a promise, loaded with the first that is called: what no start needs does not
 * hold it up. What is `known` is there already; the rest, once loaded, is called without a turn in between, which is what has a
 * claim go with the transaction that it is made in.
 */
export function whenAsked<Asked extends object, Known extends Partial<Asked>>(
  load: () => Promise<Asked & Answering<Omit<Asked, keyof Known>>>,
  known: Known,
): Asked {
  let loading: Promise<object> | undefined;
  let loaded: object = known;
  const later =
    (name: string | symbol) =>
    async (...asked: readonly unknown[]) => {
      loading ??= load();
      const all = await loading;
      loaded = { ...all, ...known };
      return Reflect.apply(Reflect.get(all, name), all, asked);
    };
  return new Proxy(known as object, { get: (_, name) => Reflect.get(loaded, name) ?? later(name) }) as Asked;
}
