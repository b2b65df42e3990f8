// Slack's lengths and counts for Block Kit, from its reference pages; its TypeScript types know none of them. Slack
// does not say what a character is: the double counts UTF-16 units, the strictest of the likely answers.

export type Limit = {
  /** Where, within the object that the limits belong to: `text.text`, `fields`, `fields[].text`. */
  readonly at: string;
  readonly of: 'characters' | 'items';
  readonly atLeast: number;
  readonly atMost: number;
};

const characters = (at: string, atMost: number, atLeast = 0): Limit => ({ at, of: 'characters', atLeast, atMost });
const items = (at: string, atMost: number, atLeast = 0): Limit => ({ at, of: 'items', atLeast, atMost });

export const longestActionId = characters('action_id', 255);
export const longestBlockId = characters('block_id', 255);
export const mostBlocksInMessage = 50;
const mostBlocksInView = 100;
/** Not documented: blocks with 9,600 characters in one message were taken, with 11,300 refused. */
export const longestBlocksTogether = 9_600;
export const longestMessage = 40_000;
/** `chat.update` refuses what `chat.postMessage` would still take. */
export const longestUpdate = 4_000;
export const longestMarkdown = 12_000;
export const largestView = 250_000;

export const viewLimits: readonly Limit[] = [
  characters('title.text', 24, 1),
  characters('close.text', 24, 1),
  characters('submit.text', 24, 1),
  characters('callback_id', 255),
  characters('external_id', 255),
  characters('private_metadata', 3000),
  items('blocks', mostBlocksInView, 1),
];

/** Objects that carry no `type` of their own, by the field they stand in. */
export const limitsByField: Readonly<Record<string, readonly Limit[]>> = {
  confirm: [
    characters('title.text', 100),
    characters('text.text', 300),
    characters('confirm.text', 30),
    characters('deny.text', 30),
  ],
  options: [
    characters('text.text', 75),
    characters('value', 150),
    characters('description.text', 75),
    characters('url', 3000),
  ],
  option_groups: [characters('label.text', 75), items('options', 100, 1)],
};

const select = [characters('placeholder.text', 150), items('options', 100, 1), items('option_groups', 100, 1)];
const placeholder = [characters('placeholder.text', 150)];

/** Blocks, elements and text objects, by their `type`. */
export const limitsByType: Readonly<Record<string, readonly Limit[]>> = {
  plain_text: [characters('text', 3000, 1)],
  mrkdwn: [characters('text', 3000, 1)],
  actions: [items('elements', 25, 1)],
  alert: [characters('text.text', 200)],
  card: [
    characters('title.text', 150),
    characters('subtitle.text', 150),
    characters('body.text', 200),
    items('actions', 3),
  ],
  carousel: [items('elements', 10, 1)],
  container: [characters('title.text', 150), characters('subtitle.text', 150), items('child_blocks', 10)],
  context: [items('elements', 10, 1)],
  context_actions: [items('elements', 5, 1)],
  data_table: [items('rows', 201, 2), items('rows[]', 20, 1)],
  header: [characters('text.text', 150)],
  image: [characters('image_url', 3000), characters('alt_text', 2000), characters('title.text', 2000)],
  input: [characters('label.text', 2000), characters('hint.text', 2000)],
  markdown: [characters('text', longestMarkdown, 1)],
  section: [characters('text.text', 3000), items('fields', 10, 1), characters('fields[].text', 2000)],
  video: [
    characters('alt_text', 200, 1),
    characters('title.text', 200),
    characters('author_name', 50),
    characters('description.text', 200),
    characters('provider_name', 50),
  ],
  button: [
    characters('text.text', 75),
    characters('url', 3000),
    characters('value', 2000),
    characters('accessibility_label', 75),
  ],
  icon_button: [items('visible_to_user_ids', 10)],
  overflow: [items('options', 5, 1)],
  checkboxes: [items('options', 10, 1)],
  radio_buttons: [items('options', 10, 1)],
  static_select: select,
  multi_static_select: select,
  external_select: placeholder,
  multi_external_select: placeholder,
  users_select: placeholder,
  multi_users_select: placeholder,
  conversations_select: placeholder,
  multi_conversations_select: placeholder,
  channels_select: placeholder,
  multi_channels_select: placeholder,
  plain_text_input: placeholder,
  email_text_input: placeholder,
  url_text_input: placeholder,
  number_input: placeholder,
  datepicker: placeholder,
  timepicker: placeholder,
};
