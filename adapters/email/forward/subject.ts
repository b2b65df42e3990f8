// The customer's subject, without what forwarding has put before it.

/** "Fwd:", "WG:", "TR:" … in the languages' own letters; add a client's prefix here, lower case. */
const FORWARD = new Set(
  'fwd|fw|forward|forwarded|wg|tr|rv|reenv|doorst|i|inoltra|enc|pd|vb|vs|vl|ilt|πρθ|προωθ|пересл|転送|转发|轉寄|전달|הועבר|إعادة توجيه|továbbítás|přep'.split(
    '|',
  ),
);
/** "Re:" and its like; taken off only where a forward's prefix follows. */
const REPLY = new Set('re|aw|antw|rép|rif|res|odp|sv|vast|ynt|回复|回覆|답장|απ|отв'.split('|'));
/** What mail gateways put before a stranger's mail. */
const EXTERNAL =
  /^(?:external|ext|extern|externe|externo|esterno|extern e-mail|external email|external sender|外部|外部邮件|caution)$/;
const LONGEST_PREFIX = 24;
const MOST_PREFIXES = 20;

export function hasForwardPrefix(subject: string): boolean {
  return stripped(subject).forwarded;
}

export function plainSubject(subject: string): string {
  return stripped(subject).text;
}

function stripped(subject: string): { readonly text: string; readonly forwarded: boolean } {
  let text = withoutFrame(subject.replace(/\s+/g, ' ').trim());
  let rest = text;
  let forwarded = false;
  for (let taken = 0; taken < MOST_PREFIXES; taken += 1) {
    const prefix = firstPrefix(rest);
    if (prefix === null) break;
    rest = rest.slice(prefix.length).trimStart();
    if (prefix.kind === 'reply') continue;
    if (prefix.kind === 'forward') forwarded = true;
    text = rest;
  }
  return { text, forwarded };
}

/** Old Mozilla writes "[Fwd: Thank you]". */
function withoutFrame(text: string): string {
  const inside = text.slice(1, -1);
  return text.startsWith('[') && text.endsWith(']') && firstPrefix(inside)?.kind === 'forward' ? inside : text;
}

function firstPrefix(
  text: string,
): { readonly kind: 'forward' | 'reply' | 'external'; readonly length: number } | null {
  const bracketed = /^[[(【{]([^\])】}]{1,24})[\])】}]\s*:?/.exec(text);
  if (bracketed !== null) {
    const word = (bracketed[1] ?? '').trim().toLowerCase().replace(/:$/, '');
    if (EXTERNAL.test(word)) return { kind: 'external', length: bracketed[0].length };
    return FORWARD.has(word) ? { kind: 'forward', length: bracketed[0].length } : null;
  }
  const colon = text.slice(0, LONGEST_PREFIX).search(/[:：]/);
  if (colon <= 0) return null;
  const word = text
    .slice(0, colon)
    .trim()
    .toLowerCase()
    .replace(/\.$/, '')
    .replace(/[[(]?\d{1,2}[\])]?$/, '')
    .trim();
  if (FORWARD.has(word)) return { kind: 'forward', length: colon + 1 };
  if (REPLY.has(word)) return { kind: 'reply', length: colon + 1 };
  return EXTERNAL.test(word) ? { kind: 'external', length: colon + 1 } : null;
}
