// Shows how a list is read and what it comes to before it is downloaded. The checked list is the service's: this file only
// reads it on its way. Without this file the form sends the list, and shows how it is read or gets the checked one.
'use strict';

const perPage = 50;
const form = document.getElementById('list-form');
const words = form.dataset;
const section = document.getElementById('list-result');
const byID = id => document.getElementById(id);

function fill(sentence, values) {
  return sentence.replace(/\{(\w+)\}/g, (_, name) => values[name]);
}

// What the form says, with more fields; some fields of the first list may have no place in the second.
function fields(more) {
  const data = new FormData(form);
  for (const [name, value] of Object.entries(more)) data.set(name, value);
  return data;
}

// - Throws: a sentence for a person.
async function send(more) {
  let answer;
  try {
    answer = await fetch(form.action, {
      method: 'POST', body: fields(more), headers: {Accept: 'text/html, */*;q=0.9, application/problem+json;q=0.8'},
    });
  } catch { throw words.failed; }
  if (answer.ok) return answer;
  let problem;
  try { problem = await answer.json(); } catch { throw words.failed; }
  throw problem.title + '：' + problem.detail;
}

// MARK: How it is read

let turn = 0;

async function read() {
  if (!form.elements.list.files.length) return;
  const mine = ++turn;
  const place = byID('list-reading');
  const focused = document.activeElement && place.contains(document.activeElement) ? document.activeElement.id : '';
  section.hidden = true;
  say(words.readingIt);
  try {
    const text = await (await send({step: 'reading'})).text();
    if (mine !== turn) return;
    const page = new DOMParser().parseFromString(text, 'text/html');
    place.replaceChildren(...page.getElementById('list-reading').childNodes);
    say('');
  } catch (sentence) {
    if (mine !== turn) return;
    place.replaceChildren();
    say(String(sentence));
  }
  for (const part of place.querySelectorAll('[data-scriptless]')) part.hidden = true;
  for (const field of place.querySelectorAll('[data-read]')) field.addEventListener('change', read);
  if (focused && byID(focused)) byID(focused).focus();
}

function say(sentence) { byID('reading-status').textContent = sentence; }

// MARK: The result

// What a character takes in a file of this encoding, in bytes; nearly right is enough.
const widths = {'utf-8': c => c < 128 ? 1 : 3, gb18030: c => c < 128 ? 1 : 2, 'utf-16le': () => 2, 'utf-16be': () => 2};

class Progress {
  // - rows: about how many there are, where the file says so; of a text its size says it, which is surer.
  constructor(size, encoding, isText, rows) {
    this.size = size;
    this.started = performance.now();
    this.isText = isText;
    this.rows = rows;
    // A sample of the rows tells how wide the characters are.
    this.wide = encoding in widths ? widths[encoding](0x4e00) : 2;
  }

  show(result, bar, status) {
    let text = fill(words.progress, {rows: result.count.toLocaleString()});
    if (this.isText || this.rows) {
      const share = this.isText ? result.ownText * (1 + this.wide) / 2 / this.size : result.count / this.rows;
      const done = Math.min(.99, share);
      const seconds = (performance.now() - this.started) / 1000;
      bar.value = done;
      if (seconds > 2 && done > .02) text += fill(words.left, {time: duration(seconds * (1 - done) / done)});
    }
    status.textContent = text;
  }
}

function duration(seconds) {
  const minutes = Math.floor(seconds / 60);
  const format = new Intl.NumberFormat(document.documentElement.lang, {
    style: 'unit', unit: minutes ? 'minute' : 'second', unitDisplay: 'long',
  });
  return format.format(minutes || Math.max(1, Math.round(seconds)));
}

let result;
let page = 0;

const verdictRows = new Map([...section.querySelectorAll('[data-verdict]')].map(row => [row.dataset.verdict, row]));
const isFine = verdict => verdictRows.get(verdict)?.dataset.fine === 'true';
const nameOf = verdict => verdictRows.get(verdict)?.dataset.name || verdict;

async function check() {
  const file = form.elements.list.files[0];
  if (!file) { say(words.noFile); form.elements.list.focus(); return; }
  say('');
  const status = byID('list-status'), bar = byID('list-bar'), button = byID('check');
  section.hidden = false;
  byID('list-rows').hidden = true;
  for (const row of verdictRows.values()) row.hidden = true;
  bar.hidden = false;
  bar.removeAttribute('value');
  button.disabled = true;
  byID('list-file').textContent = file.name;
  status.textContent = words.sending;
  try {
    const answer = await send({format: 'csv', words: 'false', output_encoding: 'utf-8'});
    const told = name => answer.headers.get('landgrade-list-' + name) || '';
    const compared = told('columns').split(',').some(column => column.startsWith('grade='));
    const delimiters = {comma: ',', tab: '\t', semicolon: ';', 'full-width-comma': '，'};
    result = new CheckedRows(Number(told('first-row')) || 1, isFine);
    const records = new Records(delimiters[told('delimiter')], cells => result.add(cells));
    const progress = new Progress(file.size, told('encoding'), told('kind') === 'text',
      Number(told('rows')));
    const reader = answer.body.getReader();
    const decoder = new TextDecoder('utf-8');
    let shown = 0;
    for (;;) {
      const {value, done} = await reader.read();
      if (done) break;
      records.add(decoder.decode(value, {stream: true}));
      if (performance.now() - shown < 100) continue;
      shown = performance.now();
      progress.show(result, bar, status);
      showCounts();
    }
    records.add(decoder.decode());
    records.end();
    showCounts();
    const numbers = {rows: result.count, problems: result.problems};
    status.textContent = fill(!compared ? words.noGrade : result.problems ? words.done : words.fine, numbers) + ' '
      + fill(words.reading, {encoding: told('encoding').toUpperCase(), columns: result.columns});
    section.querySelector('[data-format=gpkg]').hidden = told('kind') !== 'database';
    byID('list-rows').hidden = false;
    byID('show-verdict').value = result.problems ? '!' : '';
    byID('show-township').value = '';
    choose();
    byID('result-heading').focus();
  } catch (sentence) {
    status.textContent = typeof sentence === 'string' ? sentence : words.failed;
  } finally {
    bar.hidden = true;
    button.disabled = false;
  }
}

function showCounts() {
  const counts = new Map();
  for (const verdict of verdictRows.keys()) counts.set(verdict, result.countOf(other => other === verdict));
  const most = Math.max(1, ...counts.values());
  for (const [verdict, count] of counts) {
    const row = verdictRows.get(verdict);
    row.hidden = count === 0;
    row.querySelector('rect').setAttribute('width', Math.max(1, count * 100 / most));
    row.querySelector('.count').textContent = count;
  }
}

// MARK: Filters, pages, downloads

const wanted = () => ({verdict: byID('show-verdict').value, township: byID('show-township').value});

function matcher(verdict) {
  return verdict === '' ? () => true : verdict === '!' ? other => !isFine(other) : other => other === verdict;
}

// The select of townships has '-' for rows without one, as the service has it.
const townshipName = value => value === '' ? undefined : value === '-' ? '' : value;

function option(value, text, count) {
  const made = document.createElement('option');
  made.value = value;
  made.textContent = text + ' (' + count + ')';
  return made;
}

function choose() {
  const {verdict, township} = wanted();
  const verdicts = byID('show-verdict'), townships = byID('show-township');
  const all = verdicts.options[0].textContent.replace(/ \(\d+\)$/, '');
  const problems = verdicts.options[1].textContent.replace(/ \(\d+\)$/, '');
  const place = townshipName(township);
  verdicts.replaceChildren(
    option('', all, result.countOf(() => true, place)),
    option('!', problems, result.countOf(matcher('!'), place)),
    ...[...verdictRows.keys()].filter(name => result.countOf(matcher(name)))
      .map(name => option(name, nameOf(name), result.countOf(matcher(name), place))));
  verdicts.value = verdict;
  townships.replaceChildren(
    option('', all, result.countOf(matcher(verdict))),
    ...result.townships.map(name =>
      option(name || '-', name || words.noTownship, result.countOf(matcher(verdict), name))));
  townships.value = township;
  page = 0;
  show();
}

function show() {
  const {verdict, township} = wanted();
  const matches = matcher(verdict), place = townshipName(township);
  const rows = result.kept.filter(row => matches(row.verdict) && (place === undefined || place === row.township));
  const count = result.countOf(matches, place);
  const pages = Math.max(1, Math.ceil(rows.length / perPage));
  page = Math.min(page, pages - 1);
  const shown = rows.slice(page * perPage, (page + 1) * perPage);
  byID('rows').tBodies[0].replaceChildren(...shown.map(row => {
    const line = document.createElement('tr');
    for (const [index, text] of [row.number, nameOf(row.verdict), row.township, row.note, row.content].entries()) {
      const cell = document.createElement(index === 0 ? 'th' : 'td');
      if (index === 0) cell.scope = 'row';
      cell.textContent = text;
      line.append(cell);
    }
    return line;
  }));
  const line = byID('list-shown'), first = page * perPage + 1;
  line.textContent = fill(line.dataset.shown, {first: shown.length ? first : 0, last: first + shown.length - 1, count})
    + (rows.length < count ? ' ' + fill(line.dataset.kept, {count: rows.length}) : '');
  byID('list-pages').hidden = pages === 1;
  byID('page-before').disabled = page === 0;
  byID('page-after').disabled = page === pages - 1;
  byID('page-number').textContent = fill(byID('page-number').dataset.text, {page: page + 1, pages});
  const isAll = verdict === '' && township === '';
  const downloads = byID('list-downloads').dataset;
  byID('download-what').textContent = fill(isAll ? downloads.all : downloads.filtered, {count});
}

async function download(button) {
  const {verdict, township} = wanted();
  const more = {format: button.dataset.format};
  if (verdict) more.verdict = verdict === '!' ? [...verdictRows.keys()].filter(name => !isFine(name)).join() : verdict;
  if (township) more.only_township = township;
  const status = byID('download-status');
  status.textContent = byID('list-downloads').dataset.making;
  button.disabled = true;
  try {
    const url = URL.createObjectURL(await (await send(more)).blob());
    const link = document.createElement('a');
    link.href = url;
    link.download = form.elements.list.files[0].name.replace(/\.[^.]*$/, '') + '-' + words.fileName + '.' + more.format;
    link.click();
    setTimeout(() => URL.revokeObjectURL(url), 60000);
    status.textContent = link.download;
  } catch (sentence) {
    status.textContent = typeof sentence === 'string' ? sentence : words.failed;
  } finally { button.disabled = false; }
}

// MARK: The form

for (const part of form.querySelectorAll('[data-scriptless]')) part.hidden = true;
byID('read').hidden = true;
byID('check').hidden = false;
byID('check').addEventListener('click', check);
form.addEventListener('submit', event => { event.preventDefault(); check(); });
form.elements.list.addEventListener('change', read);
for (const name of ['county', 'land_type']) form.elements[name]?.addEventListener('change', read);
for (const select of [byID('show-verdict'), byID('show-township')]) select.addEventListener('change', choose);
byID('page-before').addEventListener('click', () => { page -= 1; show(); });
byID('page-after').addEventListener('click', () => { page += 1; show(); });
for (const button of section.querySelectorAll('[data-format]')) button.addEventListener('click', () => download(button));

const drop = byID('drop');
drop.querySelector('.drop-hint').hidden = false;
for (const name of ['dragenter', 'dragover']) {
  drop.addEventListener(name, event => { event.preventDefault(); drop.classList.add('over'); });
}
for (const name of ['dragleave', 'drop']) drop.addEventListener(name, () => drop.classList.remove('over'));
drop.addEventListener('drop', event => {
  event.preventDefault();
  if (!event.dataTransfer.files.length) return;
  form.elements.list.files = event.dataTransfer.files;
  read();
});
// A file that misses the field must not replace the page.
for (const name of ['dragover', 'drop']) window.addEventListener(name, event => event.preventDefault());
if (form.elements.list.files.length) read();
