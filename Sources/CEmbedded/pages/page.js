// Suggestions under the search field, copying and printing. Every page works without this file.
'use strict';

// The pattern is the combobox of the ARIA Authoring Practices: the focus stays in the field.
function suggest(field) {
  const combo = field.parentElement;
  const list = document.createElement('ul');
  const told = document.createElement('p');
  list.id = field.id + '-list';
  list.className = 'suggestions';
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', field.dataset.list);
  list.hidden = true;
  told.className = 'unseen';
  told.setAttribute('role', 'status');
  combo.append(list, told);
  field.setAttribute('role', 'combobox');
  field.setAttribute('aria-autocomplete', 'list');
  field.setAttribute('aria-controls', list.id);
  field.setAttribute('aria-expanded', 'false');
  const county = document.getElementById('county');
  let chosen = -1;
  let asked = 0;
  let timer;

  function close() {
    list.hidden = true;
    list.replaceChildren();
    chosen = -1;
    field.setAttribute('aria-expanded', 'false');
    field.removeAttribute('aria-activedescendant');
  }

  function choose(index) {
    const options = list.children;
    if (chosen >= 0) options[chosen].setAttribute('aria-selected', 'false');
    chosen = index;
    if (index < 0) return field.removeAttribute('aria-activedescendant');
    options[index].setAttribute('aria-selected', 'true');
    options[index].scrollIntoView({block: 'nearest'});
    field.setAttribute('aria-activedescendant', options[index].id);
  }

  function show(suggestions) {
    close();
    for (const [index, suggestion] of suggestions.entries()) {
      const option = document.createElement('li');
      option.id = list.id + '-' + index;
      option.setAttribute('role', 'option');
      option.setAttribute('aria-selected', 'false');
      option.dataset.url = suggestion.url;
      const name = document.createElement('span');
      name.textContent = suggestion.village || suggestion.township;
      const where = document.createElement('span');
      where.className = 'minor';
      where.textContent = suggestion.county.name + (suggestion.village ? ' ' + suggestion.township : '');
      option.append(name, where);
      list.append(option);
    }
    if (!suggestions.length) { told.textContent = ''; return; }
    list.hidden = false;
    field.setAttribute('aria-expanded', 'true');
    told.textContent = field.dataset.list + ' ' + suggestions.length + '. ' + field.dataset.help;
  }

  async function ask() {
    const turn = ++asked;
    const text = field.value.trim();
    if (!text || text.length > 60) return close();
    const query = new URLSearchParams({q: text, lang: field.dataset.lang});
    if (county && county.value) query.set('county', county.value);
    try {
      const answer = await fetch(field.dataset.suggest + '?' + query);
      if (!answer.ok) return;
      const {suggestions} = await answer.json();
      // A slower answer to an earlier text must not replace this one's.
      if (turn === asked && document.activeElement === field) show(suggestions);
    } catch { close(); }
  }

  field.addEventListener('input', event => {
    if (event.isComposing) return;
    clearTimeout(timer);
    timer = setTimeout(ask, 120);
  });
  field.addEventListener('compositionend', ask);
  field.addEventListener('keydown', event => {
    if (event.isComposing || list.hidden) return;
    const last = list.children.length - 1;
    switch (event.key) {
      case 'ArrowDown': choose(chosen >= last ? 0 : chosen + 1); break;
      case 'ArrowUp': choose(chosen <= 0 ? last : chosen - 1); break;
      case 'Escape': close(); break;
      case 'Enter':
        if (chosen < 0) return;
        location.assign(list.children[chosen].dataset.url);
        break;
      default: return;
    }
    event.preventDefault();
  });
  // Before the field loses the focus.
  list.addEventListener('mousedown', event => {
    event.preventDefault();
    const option = event.target.closest('li');
    if (option) location.assign(option.dataset.url);
  });
  field.addEventListener('blur', () => { asked++; close(); });
}

function select(element) {
  const range = document.createRange();
  range.selectNodeContents(element);
  getSelection().removeAllRanges();
  getSelection().addRange(range);
}

async function copy(button) {
  const source = document.getElementById(button.dataset.copy);
  const told = button.parentElement.querySelector('.told');
  const text = [...source.children].map(line => line.textContent).join('\n');
  let done = false;
  // Over plain HTTP from another machine browsers have no clipboard to write to, but still the old command.
  try { await navigator.clipboard.writeText(text); done = true; } catch {
    select(source);
    try { done = document.execCommand('copy'); } catch { done = false; }
  }
  told.textContent = done ? button.dataset.done : button.dataset.byHand;
}

for (const field of document.querySelectorAll('[data-suggest]')) suggest(field);
for (const button of document.querySelectorAll('[data-copy]')) {
  button.hidden = false;
  button.addEventListener('click', () => copy(button));
}
for (const button of document.querySelectorAll('[data-print]')) {
  button.hidden = false;
  button.addEventListener('click', () => print());
}
