// Completing @names where one types.

const LETTERS = /(?:^|[\s(])@([\p{L}\p{M}'’.-]*(?: [\p{L}\p{M}'’.-]*)?)$/u;

/** Offers the people whose name fits what stands before the cursor. Returns what keys and the composer need. */
export function completeNames({ text, list, people, say }) {
  let offered = [];
  let chosen = 0;

  function update() {
    const typed = LETTERS.exec(text.value.slice(0, text.selectionStart))?.[1];
    const fitting = typed === undefined ? [] : people.filter((person) => fits(person.name, typed));
    const differs = fitting.length !== offered.length;
    offered = fitting;
    chosen = 0;
    draw();
    if (differs && fitting.length > 0) {
      say(`${fitting.length} ${fitting.length === 1 ? 'name fits' : 'names fit'}. Arrow keys choose, Enter takes it.`);
    }
  }

  function draw() {
    list.hidden = offered.length === 0;
    list.replaceChildren(...offered.map(option));
    if (offered.length === 0) text.removeAttribute('aria-activedescendant');
    else text.setAttribute('aria-activedescendant', `name-${chosen}`);
    list.children[chosen]?.scrollIntoView({ block: 'nearest' });
  }

  function option(person, index) {
    const element = document.createElement('li');
    element.id = `name-${index}`;
    element.setAttribute('role', 'option');
    element.setAttribute('aria-selected', String(index === chosen));
    const name = document.createElement('bdi');
    name.textContent = person.name;
    element.append(name);
    // Before the text loses the focus.
    element.addEventListener('pointerdown', (event) => {
      event.preventDefault();
      take(index);
    });
    return element;
  }

  function take(index) {
    const before = text.value
      .slice(0, text.selectionStart)
      .replace(LETTERS, (found) => found.slice(0, found.indexOf('@')));
    const after = text.value.slice(text.selectionStart).replace(/^ /, '');
    const head = `${before}@${offered[index].name} `;
    text.value = head + after;
    text.setSelectionRange(head.length, head.length);
    close();
    text.dispatchEvent(new Event('input', { bubbles: true }));
  }

  function close() {
    offered = [];
    draw();
  }

  /** Whether the key was for the list. */
  function key(event) {
    if (offered.length === 0 || event.isComposing) return false;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      chosen = (chosen + step + offered.length) % offered.length;
      draw();
    } else if (event.key === 'Enter' || event.key === 'Tab') take(chosen);
    else if (event.key === 'Escape') close();
    else return false;
    return true;
  }

  text.addEventListener('input', update);
  text.addEventListener('click', update);
  text.addEventListener('blur', close);
  return { key, update };
}

function fits(name, typed) {
  const wanted = folded(typed);
  const whole = folded(name);
  // Once a whole name stands there, there is nothing left to complete.
  if (whole === wanted.trimEnd()) return false;
  return (
    whole.startsWith(wanted) || (!wanted.includes(' ') && whole.split(/[\s-]/).some((part) => part.startsWith(wanted)))
  );
}

/** Without accents and capitals: "@chloe" finds "Chloé". */
function folded(name) {
  return name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}
