// Forwarded mails to try the page with. Names and addresses are made up.

type SampleMail = { readonly id: string; readonly label: string; readonly raw: string };

export const sampleMails: readonly SampleMail[] = [
  {
    id: 'delighted',
    label: 'A delighted customer',
    raw: forward({
      id: 'sample-delighted',
      note: 'Look what came in this morning!',
      from: 'Grete Holm <grete.holm@example.org>',
      date: 'Wed, 18 Nov 2026 at 08:12',
      subject: 'A kettle, and more',
      words: [
        'Hello,',
        '',
        'I only ordered a kettle. Ben Okafor carried it up four floors, and when he saw that my old one stood on a wobbly shelf he fixed the shelf too, with a screw from his own box. What a surprise! I did not expect that at all, and it made my week.',
        '',
        'All the best,',
        'Grete Holm',
      ],
    }),
  },
  {
    id: 'mended',
    label: 'A mishap made right',
    raw: forward({
      id: 'sample-mended',
      note: '',
      from: 'Tomás Ibarra <tomas@example.net>',
      date: 'Thu, 19 Nov 2026 at 17:40',
      subject: 'Wrong lamp, right people',
      words: [
        'Dear team,',
        '',
        'the lamp you sent was the wrong one, and I was quite upset. Noor Haddad called me within the hour, apologised, and the right lamp stood at my door the same evening. Thank you for sorting it out so quickly.',
        '',
        'Tomás Ibarra',
      ],
    }),
  },
  {
    id: 'complaint',
    label: 'A complaint',
    raw: forward({
      id: 'sample-complaint',
      note: 'Where does this one go?',
      from: 'P. Sommer <sommer@example.org>',
      date: 'Fri, 20 Nov 2026 at 09:03',
      subject: 'Still waiting',
      words: [
        'I have been waiting for my refund for three weeks now and nobody answers. This is very disappointing.',
        '',
        'P. Sommer',
      ],
    }),
  },
];

type Forwarded = {
  readonly id: string;
  readonly note: string;
  readonly from: string;
  readonly date: string;
  readonly subject: string;
  readonly words: readonly string[];
};

function forward({ id, note, from, date, subject, words }: Forwarded): string {
  const lines = [
    'From: Dana Lindqvist <dana@example.com>',
    'To: praise@example.com',
    `Subject: =?utf-8?B?${Buffer.from(`Fwd: ${subject}`).toString('base64')}?=`,
    'Date: Fri, 20 Nov 2026 10:00:00 +0100',
    `Message-ID: <${id}@example.com>`,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: 8bit',
    '',
    ...(note === '' ? [] : [note, '']),
    '---------- Forwarded message ---------',
    `From: ${from}`,
    `Date: ${date}`,
    `Subject: ${subject}`,
    'To: <hello@example.com>',
    '',
    ...words,
    '',
  ];
  return lines.join('\r\n');
}
