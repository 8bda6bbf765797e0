// Shows what a list comes to before it is downloaded. The checked list is the service's, byte for byte: this file only
// reads it on its way. Without this file the form sends the list and gets the checked one.
'use strict';

const shownProblems = 100;
const delimiters = {comma: ',', tab: '\t', semicolon: ';', 'full-width-comma': '，'};

// Records of delimited text that comes in pieces. Lenient, because a row with a fault in it is passed on as it came.
class Records {
  constructor(delimiter, each) {
    this.delimiter = delimiter;
    this.each = each;
    this.cells = [];
    this.cell = '';
    this.quoted = false;
    this.afterQuote = false;
    this.afterReturn = false;
  }

  add(text) {
    for (const character of text) {
      if (this.quoted) {
        if (character !== '"') this.cell += character;
        else { this.quoted = false; this.afterQuote = true; }
        continue;
      }
      if (character === '\n' && this.afterReturn) { this.afterReturn = false; continue; }
      this.afterReturn = character === '\r';
      if (character === '"' && (this.afterQuote || this.cell === '')) {
        if (this.afterQuote) this.cell += '"';
        this.quoted = true;
      } else if (character === this.delimiter) this.endCell();
      else if (character === '\n' || character === '\r') this.endRecord();
      else this.cell += character;
      this.afterQuote = false;
    }
  }

  endCell() { this.cells.push(this.cell); this.cell = ''; }
  endRecord() { this.endCell(); const cells = this.cells; this.cells = []; this.each(cells); }
  end() { if (this.cell !== '' || this.cells.length) this.endRecord(); }
}

// Counts and the first rows that need attention, as the checked list goes by.
class Result {
  constructor(section, words, firstRow) {
    this.words = words;
    this.section = section;
    this.rows = 0;
    // As a person finds it: the row of the sheet or the file.
    this.firstRow = firstRow;
    this.problems = 0;
    this.counts = new Map();
    this.verdicts = new Map();
    for (const row of section.querySelectorAll('[data-verdict]')) {
      row.hidden = true;
      this.verdicts.set(row.dataset.verdict, row);
    }
    this.table = section.querySelector('#list-problems tbody');
    this.table.replaceChildren();
    section.querySelector('#list-problems').hidden = true;
    section.querySelector('#list-more').textContent = '';
    this.ours = 0;
  }

  // The first record tells where our columns begin, counted from the end: a faulty row may have more or fewer before.
  add(cells) {
    if (!this.ours) {
      this.ours = cells.length - cells.lastIndexOf('landgrade_verdict');
      this.note = this.ours - (cells.length - cells.lastIndexOf('landgrade_note'));
      this.warning = cells.lastIndexOf('landgrade_warning') < 0 ? -1 : 1;
      this.columns = cells.length - this.ours;
      return;
    }
    const own = cells.slice(cells.length - this.ours);
    this.rows += 1;
    this.counts.set(own[0], (this.counts.get(own[0]) || 0) + 1);
    const row = this.verdicts.get(own[0]);
    if (row && row.dataset.fine === 'true') return;
    this.problems += 1;
    if (this.problems > shownProblems) return;
    const name = row ? row.dataset.name : own[0];
    const line = document.createElement('tr');
    const note = [own[this.note], own[this.warning]].filter(Boolean).join('；');
    const texts = [this.firstRow + this.rows - 1, name, note, cells.slice(0, cells.length - this.ours).join(' · ')];
    for (const [index, text] of texts.entries()) {
      const cell = document.createElement(index === 0 ? 'th' : 'td');
      if (index === 0) cell.scope = 'row';
      cell.textContent = text;
      line.append(cell);
    }
    this.table.append(line);
  }

  show() {
    const most = Math.max(1, ...this.counts.values());
    for (const [verdict, count] of this.counts) {
      const row = this.verdicts.get(verdict);
      if (!row) continue;
      row.hidden = false;
      row.querySelector('rect').setAttribute('width', Math.max(1, count * 100 / most));
      row.querySelector('.count').textContent = count;
    }
    this.section.querySelector('#list-problems').hidden = this.problems === 0;
    const more = this.problems - shownProblems;
    this.section.querySelector('#list-more').textContent = more > 0 ? fill(this.words.more, {count: more}) : '';
  }
}

function fill(sentence, values) {
  return sentence.replace(/\{(\w+)\}/g, (_, name) => values[name]);
}

async function check(form, section) {
  const words = form.dataset;
  const file = form.elements.list.files[0];
  const status = section.querySelector('#list-status');
  const bar = section.querySelector('#list-bar');
  const download = section.querySelector('#list-download');
  const button = form.querySelector('#check');
  section.hidden = false;
  download.hidden = true;
  bar.hidden = false;
  bar.removeAttribute('value');
  button.disabled = true;
  section.querySelector('#list-file').textContent = file.name;
  status.textContent = words.sending;
  let result = new Result(section, words, 1);
  try {
    const answer = await fetch('/v1/validate' + new URL(form.action).search, {method: 'POST', body: new FormData(form)});
    if (!answer.ok) {
      const problem = await answer.json();
      status.textContent = problem.title + '：' + problem.detail;
      return;
    }
    const encoding = answer.headers.get('landgrade-list-encoding');
    const decoder = new TextDecoder(encoding);
    const compared = (answer.headers.get('landgrade-list-columns') || '').split(',').some(column => column.startsWith('grade='));
    result = new Result(section, words, Number(answer.headers.get('landgrade-list-first-row')) || 1);
    const records = new Records(delimiters[answer.headers.get('landgrade-list-delimiter')], cells => result.add(cells));
    const reader = answer.body.getReader();
    const pieces = [];
    let length = 0;
    for (;;) {
      const {value, done} = await reader.read();
      if (done) break;
      pieces.push(value);
      length += value.length;
      records.add(decoder.decode(value, {stream: true}));
      // What comes back is longer than what was sent; how much is not known before the end.
      bar.value = Math.min(.99, length / (file.size * 1.5 + 1));
      status.textContent = fill(words.progress, {rows: result.rows});
      result.show();
    }
    records.add(decoder.decode());
    records.end();
    result.show();
    const numbers = {rows: result.rows, problems: result.problems};
    status.textContent = fill(!compared ? words.noGrade : result.problems ? words.done : words.fine, numbers) + ' '
      + fill(words.reading, {encoding: encoding.toUpperCase(), columns: result.columns});
    URL.revokeObjectURL(download.href);
    download.href = URL.createObjectURL(new Blob(pieces, {type: 'text/csv'}));
    download.download = file.name.replace(/\.[^.]*$/, '') + '-checked.csv';
    download.hidden = false;
    section.querySelector('#result-heading').focus();
  } catch {
    status.textContent = words.failed;
  } finally {
    bar.hidden = true;
    button.disabled = false;
  }
}

const form = document.getElementById('list-form');
const section = document.getElementById('list-result');
const drop = document.getElementById('drop');
form.querySelector('#check').textContent = form.querySelector('#check').dataset.text;
drop.querySelector('.drop-hint').hidden = false;
form.addEventListener('submit', event => { event.preventDefault(); check(form, section); });
for (const name of ['dragenter', 'dragover']) {
  drop.addEventListener(name, event => { event.preventDefault(); drop.classList.add('over'); });
}
for (const name of ['dragleave', 'drop']) drop.addEventListener(name, () => drop.classList.remove('over'));
drop.addEventListener('drop', event => {
  event.preventDefault();
  if (!event.dataTransfer.files.length) return;
  form.elements.list.files = event.dataTransfer.files;
  check(form, section);
});
// A file that misses the field must not replace the page.
for (const name of ['dragover', 'drop']) window.addEventListener(name, event => event.preventDefault());
