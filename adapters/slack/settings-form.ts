import type { types } from '@slack/bolt';
import type { SettingsShown } from '../../src/views.ts';
import {
  announcing,
  buttons,
  digestHeroesShown,
  settingHints,
  settingNames,
  weekdays,
} from '../../src/wording/labels.ts';
import { howToErase } from '../../src/wording/privacy.ts';
import { touchpointWords } from '../../src/wording/touchpoints.ts';
import { ACTIONS, FIELDS, FORMS } from './actions.ts';
import type { Block } from './blocks.ts';
import { button, notes, offers } from './blocks.ts';
import {
  choiceField,
  formModal,
  inputBlock,
  lineField,
  listField,
  peopleField,
  severalField,
  textField,
} from './modal.ts';
import type { Groups } from './pulse-teams.ts';

/** All settings, as they are. For admins; the core says no to anybody else. */
export function settingsForm(settings: SettingsShown, groups: Groups): types.ModalView {
  const { schedule, digestChannel, digestHeroes, announce, nominationEmoji, forwarders, praiseDays, managers } =
    settings;
  return formModal({
    form: FORMS.settings,
    title: 'Settings',
    submit: buttons.saveSettings,
    remembers: {},
    blocks: [
      inputBlock(
        {
          name: FIELDS.digestChannel,
          label: settingNames.digestChannel,
          hint: settingHints.digestChannel,
          optional: true,
        },
        {
          type: 'conversations_select',
          action_id: ACTIONS.field,
          filter: { include: ['public', 'private'], exclude_bot_users: true },
          ...(digestChannel === null ? {} : { initial_conversation: digestChannel }),
        },
      ),
      choiceField({
        name: FIELDS.digestHeroes,
        label: settingNames.digestHeroes,
        hint: settingHints.digestHeroes,
        chosen: digestHeroes ?? 'named',
        choices: (['named', 'mentioned'] as const).map((value) => ({ value, label: digestHeroesShown[value] })),
      }),
      listField({
        name: FIELDS.weekday,
        label: settingNames.weekday,
        chosen: String(schedule.weekday),
        choices: weekdays.map((label, index) => ({ label, value: String(index + 1) })),
      }),
      inputBlock(
        { name: FIELDS.time, label: settingNames.time },
        { type: 'timepicker', action_id: ACTIONS.field, initial_time: clockTime(schedule) },
      ),
      lineField({
        name: FIELDS.timeZone,
        label: settingNames.timeZone,
        hint: settingHints.timeZone,
        value: schedule.timeZone,
      }),
      choiceField({
        name: FIELDS.announce,
        label: settingNames.announce,
        chosen: announce,
        choices: (['where-typed', 'digest-only'] as const).map((value) => ({ value, label: announcing[value] })),
      }),
      lineField({
        name: FIELDS.nominationEmoji,
        label: settingNames.nominationEmoji,
        hint: settingHints.nominationEmoji,
        value: nominationEmoji,
        limit: 100,
      }),
      peopleField({
        name: FIELDS.managers,
        label: settingNames.managers,
        hint: settingHints.managers,
        chosen: managers.map(({ user }) => user),
        optional: true,
      }),
      textField({
        name: FIELDS.forwarders,
        label: settingNames.forwarders,
        hint: settingHints.forwarders,
        value: forwarders.join('\n'),
        optional: true,
      }),
      lineField({ name: FIELDS.praiseDays, label: settingNames.praiseDays, value: String(praiseDays), limit: 4 }),
      ...teamsField(groups),
      ...offers([button(ACTIONS.showTouchpoints, touchpointWords.title, '')]),
      notes(howToErase),
    ],
  });
}

/** Where there are user groups, which of them have a pulse of their own. */
function teamsField({ offered, chosen }: Groups): readonly Block[] {
  if (offered.length === 0) return [];
  const choices = offered.map(({ group, name }) => ({ value: group, label: name }));
  const { teams: label } = settingNames;
  return [severalField({ name: FIELDS.teams, label, hint: settingHints.teams, optional: true, choices, chosen })];
}

function clockTime({ hour, minute }: SettingsShown['schedule']): string {
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}
