// What a client says, as IMAP writes it: atoms, quoted strings, lists. No literals: Herald has no need of them.

export type Word = string | readonly Word[];

/** The words of one line; null when it is not IMAP. */
export function wordsIn(line: string): readonly Word[] | null {
  let at = 0;

  function list(end: string): Word[] | null {
    const words: Word[] = [];
    for (;;) {
      while (line[at] === ' ') at += 1;
      if (at >= line.length) return end === '' ? words : null;
      if (line[at] === end) {
        at += 1;
        return words;
      }
      const word = one();
      if (word === null) return null;
      words.push(word);
    }
  }

  function one(): Word | null {
    if (line[at] === '(') {
      at += 1;
      return list(')');
    }
    const rest = line.slice(at);
    const [whole, quoted] = /^"((?:[^"\\]|\\.)*)"/.exec(rest) ?? [];
    const atom = whole ?? /^[^\s()"{]*\[[^\]]*\](?:<[\d.]+>)?|^[^\s()"{]+/.exec(rest)?.[0];
    if (atom === undefined) return null;
    at += atom.length;
    return quoted === undefined ? atom : quoted.replace(/\\(.)/g, '$1');
  }

  return list('');
}
