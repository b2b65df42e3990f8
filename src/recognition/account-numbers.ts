import type { Span } from './digit-runs.ts';

/** Each country's code and how long its account numbers are. ISO 13616, the IBAN registry. */
const LENGTHS = new Map(
  (
    'AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DK18 DO28 EE20 EG29 ES24 FI18 ' +
    'FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21 LT20 ' +
    'LU20 LV21 LY25 MC27 MD24 ME22 MK19 MR27 MT31 MU30 NL18 NO15 PK24 PL28 PS29 PT25 QA29 RO24 RS22 SA24 SC31 SE24 ' +
    'SI19 SK24 SM27 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20'
  )
    .split(' ')
    .map((entry) => [entry.slice(0, 2), Number(entry.slice(2))] as const),
);

/** An IBAN begins so; a country's whole one has at most 32 characters, with one separator after each at most. */
const BEGINNING = /(?<![\p{L}\p{N}])[A-Z]{2}[ -]?\d[ -]?\d/giu;
const LONGEST_WRITTEN = 64;

/** International bank account numbers (IBAN) in plain text, whose check digits are right. */
export function accountNumbers(plain: string): readonly Span[] {
  const found: Span[] = [];
  for (const { index } of plain.matchAll(BEGINNING)) {
    const to = endOfAccount(plain.slice(index, index + LONGEST_WRITTEN + 1));
    if (to !== null) found.push({ from: index, to: index + to });
  }
  return found;
}

function endOfAccount(written: string): number | null {
  const length = LENGTHS.get(written.slice(0, 2).toUpperCase());
  if (length === undefined) return null;
  let account = '';
  let end = 0;
  for (; end < written.length && account.length < length; end += 1) {
    const character = written[end] ?? '';
    if (/[A-Z0-9]/i.test(character)) account += character.toUpperCase();
    else if (!/[ .-]/.test(character)) return null;
  }
  const goesOn = /[A-Z0-9]/i.test(written[end] ?? '');
  return account.length === length && !goesOn && isChecked(account) ? end : null;
}

/** The first four characters last, letters as 10 to 35, the whole modulo 97 is 1. ISO 7064, MOD 97-10. */
function isChecked(account: string): boolean {
  let rest = 0;
  for (const character of account.slice(4) + account.slice(0, 4)) {
    const value = Number.parseInt(character, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest === 1;
}
