// Reads delimited text that comes in pieces, and the rows of a checked list.
'use strict';

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


// The rows of a checked list as a page shows them, with counts. Of a long list the first rows are kept, and of the others
// those that need attention; every row is counted.
class CheckedRows {
  constructor(firstRow, isFine) {
    this.firstRow = firstRow;
    this.isFine = isFine;
    this.count = 0;
    this.problems = 0;
    this.counts = new Map();
    this.kept = [];
    // Of the list's own cells, as its file has them: how far the reading has come.
    this.ownText = 0;
    this.ours = 0;
  }

  // The first record tells where our columns begin, counted from the end: a faulty row may have more or fewer before.
  begin(names) {
    const first = names.lastIndexOf('landgrade_verdict');
    this.ours = names.length - first;
    this.columns = first;
    this.at = name => names.lastIndexOf('landgrade_' + name) - first;
  }

  add(cells) {
    if (!this.ours) return this.begin(cells);
    const own = cells.slice(0, cells.length - this.ours);
    const given = cells.slice(cells.length - this.ours);
    const verdict = given[0], township = given[this.at('township')];
    const content = own.join(' · ');
    this.ownText += content.length;
    const number = this.firstRow + this.count;
    this.count += 1;
    const key = verdict + '\t' + township;
    this.counts.set(key, (this.counts.get(key) || 0) + 1);
    const isFine = this.isFine(verdict);
    if (!isFine) this.problems += 1;
    if (this.kept.length >= (isFine ? 50000 : 100000)) return;
    const warning = this.at('warning') > 0 ? given[this.at('warning')] : '';
    const note = [given[this.at('note')], warning].filter(Boolean).join('；');
    this.kept.push({number, verdict, township, note, content: content.slice(0, 500)});
  }

  // How many rows have this verdict and township; undefined: any.
  countOf(matches, township) {
    let count = 0;
    for (const [key, rows] of this.counts) {
      const [verdict, place] = key.split('\t');
      if (matches(verdict) && (township === undefined || township === place)) count += rows;
    }
    return count;
  }

  get townships() { return [...new Set([...this.counts.keys()].map(key => key.split('\t')[1]))]; }
}
