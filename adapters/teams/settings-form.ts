import type { SettingsShown } from '../../src/views.ts';
import { announcing, buttons, fields, headings, settingNames, weekdays } from '../../src/wording/labels.ts';
import { howToErase } from '../../src/wording/privacy.ts';
import type { Again } from './asked.ts';
import type { Seen } from './card.ts';
import { type Element, heads, notes } from './elements.ts';
import { type Part, withFault } from './form-fault.ts';
import { once } from './hero-fields.ts';
import { choiceField, lineField, listField, peopleField, severalField, textField } from './inputs.ts';
import { teamsPen } from './pen.ts';
import { first, press, send } from './press.ts';
import { settingsNamed } from './settings-named.ts';
import type { Face } from './shown.ts';
import { chosenIn, typedIn } from './submitted.ts';
import { FIELDS, type FieldName, VERBS } from './verbs.ts';

/** All settings that mean something in Teams, as they are. For admins; the core says no to anybody else. */
export function settingsForm(settings: SettingsShown, seen: Seen, again: Again | null): Face {
  const value = (field: FieldName, begins: string) => (again === null ? begins : typedIn(again.typed, field));
  const one = (field: FieldName, element: Element): Part => ({ field, elements: [element] });
  const parts = [
    one(FIELDS.digestChannel, channelField(settings, seen, value)),
    one(
      FIELDS.weekday,
      listField({
        name: FIELDS.weekday,
        label: settingNames.weekday,
        chosen: value(FIELDS.weekday, String(settings.schedule.weekday)),
        choices: weekdays.map((label, index) => ({ label, value: String(index + 1) })),
      }),
    ),
    one(FIELDS.time, timeField(value(FIELDS.time, clockTime(settings.schedule)))),
    one(
      FIELDS.timeZone,
      lineField({
        name: FIELDS.timeZone,
        label: settingNames.timeZone,
        value: value(FIELDS.timeZone, settings.schedule.timeZone),
      }),
    ),
    one(
      FIELDS.announce,
      choiceField({
        name: FIELDS.announce,
        label: settingNames.announce,
        chosen: value(FIELDS.announce, settings.announce),
        choices: (['where-typed', 'digest-only'] as const).map((one) => ({ value: one, label: announcing[one] })),
      }),
    ),
    managersPart(settings, seen, again),
    one(
      FIELDS.forwarders,
      textField({
        name: FIELDS.forwarders,
        label: settingNames.forwarders,
        hint: fields.forwardersHint,
        value: value(FIELDS.forwarders, settings.forwarders.join('\n')),
      }),
    ),
    one(
      FIELDS.praiseDays,
      lineField({
        name: FIELDS.praiseDays,
        label: settingNames.praiseDays,
        value: value(FIELDS.praiseDays, String(settings.praiseDays)),
      }),
    ),
    ...groupsPart(seen, again),
  ];
  return {
    body: [
      heads(headings.settings),
      ...withFault(parts, again, seen.timeZone),
      notes(teamsPen(seen.timeZone).typed(howToErase)),
    ],
    actions: [
      first(send(seen, VERBS.sendSettings, buttons.saveSettings)),
      press(seen, VERBS.showSettings, buttons.cancel),
    ],
  };
}

function channelField(
  settings: SettingsShown,
  seen: Seen,
  value: (field: FieldName, begins: string) => string,
): Element {
  const { digestChannel } = settings;
  const now = digestChannel === null ? [] : [{ channel: digestChannel, name: nameOf(settings, seen) }];
  const channels = new Map([...now, ...seen.channels].map(({ channel, name }) => [channel, name]));
  return listField({
    name: FIELDS.digestChannel,
    label: settingNames.digestChannel,
    chosen: value(FIELDS.digestChannel, digestChannel ?? NO_CHANNEL),
    choices: [
      { value: NO_CHANNEL, label: fields.noChannel },
      ...[...channels].map(([channel, name]) => ({ value: channel, label: name })),
    ],
  });
}

export const NO_CHANNEL = 'none';

function nameOf(settings: SettingsShown, seen: Seen): string {
  return settingsNamed(settings, seen).digestChannel ?? '';
}

function managersPart({ managers }: SettingsShown, seen: Seen, again: Again | null): Part {
  return {
    field: FIELDS.managers,
    elements: peopleField(
      {
        name: FIELDS.managers,
        label: settingNames.managers,
        typed: FIELDS.typedManagers,
        typedNames: again === null ? '' : typedIn(again.typed, FIELDS.typedManagers),
        chosen: again === null ? managers.map(({ user }) => user) : chosenIn(again.typed, FIELDS.managers),
        offered: once([...managers.map(({ user, name }) => ({ user, name })), ...seen.colleagues]),
      },
      seen,
    ),
  };
}

/** Where there are teams, which of them have a pulse of their own. */
function groupsPart({ groups }: Seen, again: Again | null): readonly Part[] {
  if (groups === undefined || groups.offered.length === 0) return [];
  const field = severalField({
    name: FIELDS.groups,
    label: settingNames.teams,
    choices: groups.offered.map(({ group, name }) => ({ value: group, label: name })),
    chosen: again === null ? groups.chosen : chosenIn(again.typed, FIELDS.groups),
  });
  return [{ field: FIELDS.groups, elements: [field] }];
}

function timeField(value: string): Element {
  return { type: 'Input.Time', id: FIELDS.time, label: settingNames.time, value };
}

function clockTime({ hour, minute }: SettingsShown['schedule']): string {
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}
