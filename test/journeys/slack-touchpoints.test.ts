// The company's touchpoints in Slack: named by an admin, chosen with a story, and the map that everyone sees.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type House, NEWS, openHouse, said, soon } from './slack-herald.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const ana = () => house.slack.user('UANA');
const dana = () => house.slack.user('UDANA');
const post = () =>
  house.slack
    .shows(NEWS)
    .filter((one) => one.from === 'Herald')
    .at(-1);
const inModal = (person: ReturnType<typeof ana>) => soon(() => person.modal()?.text);
const map = async (person = ana()) => (await said(() => person.types(NEWS, '/kudos map'))).text;

describe('touchpoints', () => {
  it('are named by an admin, who reads at the field what is wrong', async () => {
    expect(await map()).toContain('There is no map yet. An admin can name');
    await (await dana().types(NEWS, '/kudos settings')).modal();
    await dana().touches('modal', 'Touchpoints and promises');
    await inModal(dana()).toContain('No touchpoint is named yet.');
    for (const name of ['Front desk', 'الاستقبال <!channel>']) {
      await dana().touches('modal', 'Add a touchpoint');
      await inModal(dana()).toContain('What do you call it?');
      await dana().submits({ touchpoint: name, promise: 'We look up.' });
      await inModal(dana()).toContain('is a touchpoint now');
    }
    await dana().touches('modal', 'Add a touchpoint');
    await inModal(dana()).toContain('What do you call it?');
    const refused = await dana().submits({ touchpoint: 'FRONT  desk', promise: '' });
    expect(refused.errors).toEqual({ touchpoint: expect.stringContaining('is there already') });
    expect(house.slack.calls.refused()).toEqual([]);
  });

  it('are on the map for everyone, to name for admins alone', async () => {
    expect(await map()).toMatch(/Front desk\s+“We look up.”\s+No story from here yet/);
    expect(JSON.stringify(post()?.message ?? {})).not.toContain('<!channel>');
    const shown = await said(() => ana().types(NEWS, '/kudos map'));
    expect(shown.text).not.toContain('Name touchpoints');
    expect((await said(() => dana().types(NEWS, '/kudos map'))).text).toContain('Name touchpoints');
  });

  it('are chosen in the form, where a typed place goes before', async () => {
    const form = await (await ana().types(NEWS, '/kudos')).modal();
    expect(form.text).toContain('Somewhere else?');
    expect(ana().standsIn('chosen-touchpoint')).toBeFalsy();
    await ana().submits({ heroes: ['UBEN'], words: 'found the ring', 'chosen-touchpoint': 'at Front desk' });
    await soon(() => post()?.text).toContain('Where: Front desk');
    await (await ana().types(NEWS, '/kudos')).modal();
    const both = { 'chosen-touchpoint': 'at Front desk', touchpoint: 'in the lift' };
    await ana().submits({ heroes: ['UBEN'], words: 'held the door', ...both });
    await soon(() => post()?.text).toContain('Where: in the lift');
    await soon(() => post()?.text).toContain('in the lift');
    expect(await map()).toContain('There are stories of delight from here.');
  });

  it('are suggested for a story that names one, and chosen by nobody else', async () => {
    const told = await said(() => ana().types(NEWS, '/kudos @ben sang at the front desk'));
    await soon(() => post()?.text).toContain('sang at');
    expect(post()?.text).not.toContain('Where:');
    await (await ana().clicks(told, 'Add customer or place')).modal();
    expect(ana().modal()?.text).toContain('The words name “Front desk”');
    expect(ana().standsIn('chosen-touchpoint')).toBeFalsy();
    await ana().submits({ 'chosen-touchpoint': 'at Front desk' });
    await soon(() => post()?.text).toContain('Where: Front desk');
  });

  it('are one click away where the words name one', async () => {
    const told = await said(() => ana().types(NEWS, '/kudos @ben whistled at the FRONT DESK'));
    expect(told.text).toContain('It was there: Front desk');
    const placed = await said(() => ana().clicks(told, 'It was there: Front desk'));
    expect(placed.text).toContain('Where: Front desk');
    expect(placed.text).not.toContain('It was there');
    await soon(() => post()?.text).toContain('Where: Front desk');
    expect(house.slack.calls.refused()).toEqual([]);
  });

  it('are changed and removed while a form that offers them is open', async () => {
    await (await ana().types(NEWS, '/kudos')).modal();
    await (await dana().types(NEWS, '/kudos settings')).modal();
    await dana().touches('modal', 'Touchpoints and promises');
    await inModal(dana()).toContain('Front desk');
    const desk = dana()
      .modal()
      ?.touchable.find(({ label }) => label === 'Change it')?.value;
    await dana().touches('modal', 'Change it', null, { value: desk ?? '' });
    await soon(() => dana().standsIn('touchpoint')).toBe('Front desk');
    await dana().submits({ touchpoint: 'Reception', promise: '' });
    await inModal(dana()).toContain('its stories follow its name');
    await dana().touches('modal', 'Change it', null, { value: desk ?? '' });
    await soon(() => dana().standsIn('touchpoint')).toBe('Reception');
    await dana().touches('modal', 'Remove it');
    await inModal(dana()).toContain('is no touchpoint any more');
    await ana().submits({ heroes: ['UBEN'], words: 'lent an umbrella', 'chosen-touchpoint': 'at Front desk' });
    await soon(() => post()?.text).toContain('Where: Front desk');
    expect(await map()).not.toMatch(/Reception|Front desk/);
    expect(house.slack.calls.refused()).toEqual([]);
  });
});
