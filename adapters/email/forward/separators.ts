// The line that mail programs draw above a forward: "---------- Forwarded message ---------".
// To add one, add its phrase, lower case, without the dashes and the colon; "|" stands between two phrases.

import { folded } from '../text.ts';

/** `forward` was certainly forwarded; an `original` may as well be quoted by a reply; a `rule` says nothing alone. */
export type Separator = 'forward' | 'original' | 'rule';

const FORWARD: Readonly<Record<string, string>> = {
  en: 'forwarded message|begin forwarded message|begin forwarded mail|forwarded email|forwarded mail|forwarded letter',
  de: 'weitergeleitete nachricht|anfang der weitergeleiteten nachricht|beginn der weitergeleiteten nachricht|weitergeleitete e-mail',
  fr: 'message transféré|message transmis|début du message transféré|début du message réexpédié|message réexpédié',
  es: 'mensaje reenviado|inicio del mensaje reenviado|comienzo del mensaje reenviado|correo reenviado',
  nl: 'doorgestuurd bericht|begin doorgestuurd bericht|begin van doorgestuurd bericht|doorgestuurde e-mail',
  ja: '転送メッセージ|転送されたメッセージ|転送メール|転送されたメール|転送されたメッセージの始まり',
  it: 'messaggio inoltrato|inizio messaggio inoltrato|inizio del messaggio inoltrato',
  pt: 'mensagem encaminhada|mensagem reencaminhada|início da mensagem encaminhada|início da mensagem reencaminhada',
  pl: 'przekazana wiadomość|wiadomość przekazana dalej|początek przekazywanej wiadomości|treść przekazanej wiadomości',
  sv: 'vidarebefordrat meddelande|vidarebefordrat brev|börja vidarebefordrat meddelande|vidarebefordrat mejl',
  da: 'videresendt meddelelse|videresendt besked|start på videresendt besked|start på videresendt meddelelse|videresendt mail',
  nb: 'videresendt melding|begynnelse på videresendt melding|start på videresendt melding',
  fi: 'välitetty viesti|välitetty viesti alkaa|edelleenlähetetty viesti',
  cs: 'přeposlaná zpráva|přeposílaná zpráva|začátek přeposílané zprávy|předaná zpráva',
  sk: 'preposlaná správa|začiatok preposlanej správy',
  hu: 'továbbított üzenet|továbbított levél|továbbított üzenet kezdete',
  ro: 'mesaj redirecționat|mesaj transmis mai departe|începe mesajul redirecționat',
  tr: 'iletilen mesaj|iletilen ileti|iletilmiş mesaj|yönlendirilen ileti|yönlendirilmiş ileti|iletilen ileti başlangıcı',
  el: 'προωθημένο μήνυμα|έναρξη προωθημένου μηνύματος|αρχή προωθημένου μηνύματος',
  ru: 'пересланное сообщение|пересылаемое сообщение|начало переадресованного сообщения|начало пересылаемого сообщения|перенаправленное сообщение|пересланное письмо',
  uk: 'переслане повідомлення|пересланий лист|початок переадресованого повідомлення|перенаправлене повідомлення',
  zh: '转发的邮件|转发邮件|已转发的邮件|以下是转发的邮件|转发邮件信息|開始轉寄郵件|轉寄的郵件|轉寄郵件|以下是轉寄的郵件',
  ko: '전달된 메시지|전달된 메일|전달된 메시지 시작|전달 메시지',
  ar: 'رسالة معاد توجيهها|الرسالة المعاد توجيهها|بداية الرسالة المعاد توجيهها|رسالة مُعاد توجيهها',
  he: 'הודעה שהועברה|תחילת ההודעה שהועברה|הודעה מועברת',
  id: 'pesan terusan|pesan yang diteruskan|mulai pesan diteruskan',
  vi: 'thư được chuyển tiếp|thư đã chuyển tiếp|bắt đầu thư được chuyển tiếp',
  bg: 'препратено съобщение|начало на препратеното съобщение',
  hr: 'proslijeđena poruka|početak proslijeđene poruke',
  sl: 'posredovano sporočilo|začetek posredovanega sporočila',
  ca: 'missatge reenviat|inici del missatge reenviat',
  lt: 'persiųstas laiškas|persiųstas pranešimas|persiųsto laiško pradžia',
  th: 'ข้อความที่ส่งต่อ|เริ่มข้อความที่ส่งต่อ',
};

const ORIGINAL: Readonly<Record<string, string>> = {
  en: 'original message|original mail|original email|original appointment|reply message|replied message',
  de: 'ursprüngliche nachricht|originalnachricht|original-nachricht|originale nachricht|ursprünglicher termin',
  fr: "message d'origine|message original|message initial",
  es: 'mensaje original|correo original',
  nl: 'oorspronkelijk bericht|origineel bericht|oorspronkelijke bericht',
  ja: '元のメッセージ|元のメール|オリジナルメッセージ',
  it: 'messaggio originale|messaggio originario',
  pt: 'mensagem original|mensagem de origem',
  pl: 'wiadomość oryginalna|oryginalna wiadomość|treść oryginalnej wiadomości',
  sv: 'ursprungligt meddelande|originalmeddelande',
  da: 'oprindelig meddelelse|oprindelig besked|original meddelelse',
  nb: 'opprinnelig melding|original melding',
  fi: 'alkuperäinen viesti',
  cs: 'původní zpráva|původní e-mail',
  sk: 'pôvodná správa',
  hu: 'eredeti üzenet|eredeti levél',
  ro: 'mesaj original|mesajul original',
  tr: 'özgün ileti|orijinal ileti|orijinal mesaj',
  el: 'αρχικό μήνυμα|πρωτότυπο μήνυμα',
  ru: 'исходное сообщение|оригинальное сообщение|исходное письмо',
  uk: 'вихідне повідомлення|оригінальне повідомлення|початкове повідомлення',
  zh: '原始邮件|邮件原件|原邮件|原始郵件|原始信件|回复的原邮件',
  ko: '원본 메시지|원본 메일|원래 메시지',
  ar: 'الرسالة الأصلية|رسالة أصلية',
  he: 'הודעה מקורית|ההודעה המקורית',
  id: 'pesan asli',
  vi: 'thư gốc|tin nhắn gốc',
  bg: 'оригинално съобщение',
  hr: 'izvorna poruka',
  sl: 'izvirno sporočilo',
  ca: 'missatge original',
  lt: 'pradinis laiškas|pradinis pranešimas',
  th: 'ข้อความต้นฉบับ',
};

/** Below the forward, in some programs; it says nothing but where to stop. */
const END =
  'end of forwarded message|end forwarded message|ende der weitergeleiteten nachricht|fin du message transféré|fin del mensaje reenviado|einde doorgestuurd bericht|fine messaggio inoltrato|fim da mensagem encaminhada|конец пересылаемого сообщения|конец пересланного сообщения|кінець пересланого повідомлення|koniec przekazanej wiadomości';

/** Lotus Notes says who and when on the same line: "----- Forwarded by Ana Sample/Example on 03.02.2025 -----". */
const FORWARD_STARTS: readonly string[] = [
  'forwarded by ',
  'weitergeleitet von ',
  'réexpédié par ',
  'transféré par ',
  'reenviado por ',
  'inoltrato da ',
  'doorgestuurd door ',
];

const PHRASES = new Map<string, Separator>([
  ...phrasesOf(FORWARD, 'forward'),
  ...phrasesOf(ORIGINAL, 'original'),
  ...phrasesOf({ END }, 'rule'),
]);

const ORNAMENTS = '-=_*~#+·•—–―─━<> \t';

/** What a line says as a separator; `drawn` when at least three dashes or the like stand around the phrase. */
export function readSeparator(line: string): { readonly kind: Separator; readonly drawn: boolean } | null {
  if (line.length > 200) return isRule(line) ? { kind: 'rule', drawn: true } : null;
  let start = 0;
  let end = line.length;
  while (start < end && ORNAMENTS.includes(line.charAt(start))) start += 1;
  while (end > start && `${ORNAMENTS}:：`.includes(line.charAt(end - 1))) end -= 1;
  if (start === end) return isRule(line) ? { kind: 'rule', drawn: true } : null;
  const phrase = folded(line.slice(start, end));
  const drawn = line.slice(0, start).trim().length >= 3;
  const kind = PHRASES.get(phrase);
  if (kind !== undefined) return { kind, drawn };
  return drawn && FORWARD_STARTS.some((words) => phrase.startsWith(words)) ? { kind: 'forward', drawn } : null;
}

function phrasesOf(languages: Readonly<Record<string, string>>, kind: Separator): [string, Separator][] {
  return Object.values(languages).flatMap((row) =>
    row.split('|').map((phrase): [string, Separator] => [folded(phrase), kind]),
  );
}

function isRule(line: string): boolean {
  const marks = line.trim();
  if (marks.length < 5) return false;
  const first = marks.charAt(0);
  if (!'-_=*─━—'.includes(first)) return false;
  for (const mark of marks) if (mark !== first) return false;
  return true;
}
