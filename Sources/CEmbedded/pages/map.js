// The map of a county: one stop of the Tab key, arrow keys to the nearest village, its name and grade below the map.
// Without this file every village is a stop of its own, and a link leads past all of them.
'use strict';

const DIRECTIONS = {ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1]};

function walk(map) {
  const here = document.getElementById('map-here');
  const villages = [...map.querySelectorAll('a')].map(link => {
    const box = link.getBBox();
    return {link, x: box.x + box.width / 2, y: box.y + box.height / 2};
  });
  if (!villages.length) return;
  // A village that is painted later covers half of its neighbour's line, so the line is drawn once more over all.
  const rings = ['ring ground', 'ring'].map(name => {
    const ring = document.createElementNS(map.namespaceURI, 'use');
    ring.setAttribute('class', name);
    map.append(ring);
    return ring;
  });
  let current = villages[0];

  function say(shape) {
    here.textContent = shape ? shape.querySelector('title').textContent : here.dataset.help;
    here.className = shape ? 'here named' : 'here hint';
  }

  function enter(village) {
    current.link.setAttribute('tabindex', '-1');
    current = village;
    current.link.setAttribute('tabindex', '0');
  }

  // Within 45 degrees of the direction, else anywhere on that side, so that no village is out of reach.
  function nearest(from, [right, down]) {
    let best = from;
    let least = Infinity;
    for (const village of villages) {
      const [x, y] = [village.x - from.x, village.y - from.y];
      const along = x * right + y * down;
      if (along <= 0) continue;
      const aside = Math.abs(x * down) + Math.abs(y * right);
      const distance = Math.hypot(along, aside) + (aside > along ? 1e6 : 0);
      if (distance < least) [best, least] = [village, distance];
    }
    return best;
  }

  for (const village of villages) village.link.setAttribute('tabindex', '-1');
  const marked = map.querySelector('.marked use');
  const first = marked && villages.find(({link}) => link.querySelector('use').getAttribute('href') === marked.getAttribute('href'));
  enter(first || current);
  say(null);
  here.hidden = false;

  map.addEventListener('focusin', event => {
    const village = villages.find(({link}) => link === event.target);
    if (!village) return;
    enter(village);
    for (const ring of rings) ring.setAttribute('href', village.link.querySelector('use').getAttribute('href'));
    say(village.link);
  });
  map.addEventListener('focusout', () => {
    for (const ring of rings) ring.removeAttribute('href');
    say(null);
  });
  map.addEventListener('keydown', event => {
    const direction = DIRECTIONS[event.key];
    if (!direction || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    nearest(current, direction).link.focus();
  });
  map.addEventListener('pointerover', event => {
    const shape = event.target.closest('a, g');
    if (shape && shape.querySelector(':scope > title')) say(shape);
  });
  map.addEventListener('pointerleave', () => say(map.contains(document.activeElement) ? current.link : null));
}

for (const map of document.querySelectorAll('#map')) walk(map);
