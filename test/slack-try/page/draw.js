// Slack's blocks as elements of this page: plainly, but everything that can be read and touched is there.

/** An element with attributes and children. */
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name in element) element[name] = value;
    else element.setAttribute(name, value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

/** `touch(block, element, chosen)` is called when somebody uses a button or menu that stands outside of a form. */
export function drawBlocks(blocks, surroundings) {
  return blocks.map((block) => {
    const drawn = make('div', { className: `block ${block.type}` }, ...drawBlock(block, surroundings));
    drawn.dataset.block = block.block_id;
    return drawn;
  });
}

function drawBlock(block, surroundings) {
  switch (block.type) {
    case 'header':
      return [make('h2', {}, block.text.text)];
    case 'divider':
      return [make('hr')];
    case 'context':
      return block.elements.map((one) => make('span', {}, one.text ?? one.alt_text));
    case 'section':
      return [
        make('span', {}, block.text?.text ?? ''),
        ...(block.accessory ? [drawTouchable(block, block.accessory, surroundings)] : []),
      ];
    case 'actions':
      return block.elements.map((element) => drawTouchable(block, element, surroundings));
    case 'input':
      return [drawInput(block, surroundings)];
    case 'rich_text':
      return block.elements.map((element) => drawRich(element, surroundings));
    default:
      return [make('pre', {}, JSON.stringify(block, null, 2))];
  }
}

function drawRich(node, surroundings) {
  const inner = () => node.elements.map((element) => drawRich(element, surroundings));
  switch (node.type) {
    case 'rich_text_section':
      return make('div', {}, ...inner());
    case 'rich_text_quote':
      return make('blockquote', {}, ...inner());
    case 'rich_text_preformatted':
      return make('pre', {}, ...inner());
    case 'rich_text_list': {
      const items = node.elements.map((element) => make('li', {}, drawRich(element, surroundings)));
      return make(node.style === 'ordered' ? 'ol' : 'ul', {}, ...items);
    }
    case 'user':
      return make('b', {}, `@${surroundings.nameOf(node.user_id)}`);
    case 'link':
      return make('a', { href: node.url, target: '_blank', rel: 'noreferrer' }, node.text ?? node.url);
    default:
      return styled(node.text ?? `:${node.name}:`, node.style ?? {});
  }
}

function styled(text, { bold, italic, code, strike }) {
  let drawn = document.createTextNode(text);
  for (const [tag, on] of Object.entries({ b: bold, i: italic, code, s: strike })) {
    if (on) drawn = make(tag, {}, drawn);
  }
  return drawn;
}

function drawInput(block, surroundings) {
  const { element, label, hint, optional } = block;
  const name = `${label.text}${optional ? ' (optional)' : ''}`;
  return make(
    'div',
    { className: 'field' },
    make('span', { className: 'label' }, name),
    drawField(block, element, surroundings, label.text),
    hint ? make('div', { className: 'hint' }, hint.text) : null,
    make('div', { className: 'error', role: 'alert' }),
  );
}

/** A button at once; anything that keeps a value tells of each change. */
function drawTouchable(block, element, surroundings) {
  if (element.type !== 'button') return drawField(block, element, surroundings, element.placeholder?.text ?? '');
  const drawn = make('button', { type: 'button', className: `touch ${element.style ?? ''}` }, element.text.text);
  if (element.accessibility_label) drawn.title = element.accessibility_label;
  drawn.addEventListener('click', () => {
    const asked = element.confirm ? `${element.confirm.title.text}\n\n${element.confirm.text.text}` : null;
    if (asked === null || window.confirm(asked)) surroundings.touch(block, element);
  });
  return drawn;
}

/** A field; its value is read back by `chosenIn`. */
function drawField(block, element, surroundings, label) {
  const stands = surroundings.standing(block, element);
  const field = fieldOf(element, stands, surroundings, label);
  field.dataset.field = element.action_id;
  field.dataset.kind = element.type;
  field.addEventListener('change', () => surroundings.changed(block, element, chosenIn(field)));
  return field;
}

function fieldOf(element, stands, surroundings, label) {
  const named = { ariaLabel: label };
  switch (element.type) {
    case 'plain_text_input': {
      const more = { ...named, value: stands.value ?? '', placeholder: element.placeholder?.text ?? '' };
      const field = make(element.multiline ? 'textarea' : 'input', { ...more, maxLength: element.max_length ?? 3000 });
      if (element.multiline) field.rows = 4;
      else field.type = 'text';
      return field;
    }
    case 'timepicker':
      return make('input', { ...named, type: 'time', value: stands.selected_time ?? '' });
    case 'static_select': {
      const empty = element.initial_option ? [] : [['', '—']];
      return menu(named, [...empty, ...element.options.map(choice)], [stands.selected_option?.value]);
    }
    case 'multi_static_select': {
      const chosen = (stands.selected_options ?? []).map((one) => one.value);
      return menu({ ...named, multiple: true, size: 4 }, element.options.map(choice), chosen);
    }
    case 'multi_users_select':
      return menu({ ...named, multiple: true, size: 4 }, surroundings.people(), stands.selected_users ?? []);
    case 'conversations_select':
      return menu(named, [['', '—'], ...surroundings.channels()], [stands.selected_conversation]);
    case 'radio_buttons':
      return options(element, 'radio', [stands.selected_option?.value]);
    case 'checkboxes':
      return options(
        element,
        'checkbox',
        (stands.selected_options ?? []).map((one) => one.value),
      );
    default:
      return make('pre', {}, JSON.stringify(element, null, 2));
  }
}

const choice = (option) => [option.value, option.text.text];

function menu(attributes, choices, chosen) {
  const drawn = choices.map(([value, text]) => make('option', { value, selected: chosen.includes(value) }, text));
  return make('select', attributes, ...drawn);
}

function options(element, type, chosen) {
  const name = `${element.action_id}-${Math.random()}`;
  const drawn = element.options.map(({ value, text, description }) =>
    make(
      'label',
      { className: 'option' },
      make('input', { type, name, value, checked: chosen.includes(value) }),
      ` ${text.text}`,
      description ? make('span', { className: 'hint' }, ` ${description.text}`) : null,
    ),
  );
  return make('div', {}, ...drawn);
}

export function chosenIn(field) {
  const checked = () => [...field.querySelectorAll('input:checked')].map((input) => input.value);
  switch (field.dataset.kind) {
    case 'multi_users_select':
    case 'multi_static_select':
      return field.selectedOptions.length === 0 ? '' : [...field.selectedOptions].map((option) => option.value);
    case 'radio_buttons':
      return checked()[0] ?? '';
    case 'checkboxes':
      return checked().length === 0 ? '' : checked();
    default:
      return field.value;
  }
}
