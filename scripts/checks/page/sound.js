// What is wrong with a page for people who use it otherwise than with eyes and a mouse. Returns sentences.
const wrong = [];
const say = text => wrong.push(text);
const shown = element => element.checkVisibility({checkVisibilityCSS: true, checkOpacity: true});

if (!/^(zh-CN|en)$/.test(document.documentElement.lang)) say('no lang');
if (!document.title.trim()) say('no title');
if (document.querySelectorAll('h1').length !== 1) say('not one h1');
if (document.querySelectorAll('main').length !== 1) say('not one main');
for (const nav of document.querySelectorAll('nav')) if (!nav.getAttribute('aria-label')) say('a nav without a name');
let level = 0;
for (const heading of document.querySelectorAll('h1, h2, h3, h4')) {
  const own = Number(heading.tagName[1]);
  if (!shown(heading)) continue;
  if (own > level + 1) say('heading leaps to ' + heading.tagName + ': ' + heading.textContent);
  if (!heading.textContent.trim()) say('an empty heading');
  level = own;
}
const ids = [...document.querySelectorAll('[id]')].map(element => element.id);
for (const id of new Set(ids)) if (ids.filter(other => other === id).length > 1) say('id twice: ' + id);
for (const field of document.querySelectorAll('input:not([type=hidden]), select, textarea')) {
  if (!field.labels.length || !field.labels[0].textContent.trim()) say('a field without a label: ' + field.name);
}
for (const element of document.querySelectorAll('a[href], button')) {
  if (shown(element) && !(element.textContent.trim() || element.getAttribute('aria-label'))) say('a link without a name');
}
for (const image of document.querySelectorAll('img')) if (!image.hasAttribute('alt')) say('an image without alt');
for (const table of document.querySelectorAll('table')) if (!table.querySelector('th[scope]')) say('a table without th');
for (const name of ['aria-labelledby', 'aria-describedby', 'aria-controls', 'aria-activedescendant']) {
  for (const element of document.querySelectorAll(`[${name}]`)) {
    for (const id of element.getAttribute(name).split(' ')) {
      if (!document.getElementById(id)) say(`${name} points nowhere: ${id}`);
    }
  }
}
if (document.documentElement.scrollWidth > innerWidth) {
  const wide = [...document.querySelectorAll('main *')].filter(e => e.getBoundingClientRect().right > innerWidth + 1);
  say(`scrolls sideways: ${document.documentElement.scrollWidth} > ${innerWidth}, ${wide.slice(0, 3).map(e => e.outerHTML.slice(0, 80))}`);
}

// Contrast of text with what lies under it, as in WCAG 2.
const luminance = ([red, green, blue]) => [red, green, blue].map(value => value / 255)
  .map(value => value <= .03928 ? value / 12.92 : ((value + .055) / 1.055) ** 2.4)
  .reduce((sum, value, index) => sum + value * [.2126, .7152, .0722][index], 0);
const colour = text => text.match(/[\d.]+/g).map(Number);
function ground(element) {
  for (let node = element; node; node = node.parentElement) {
    const found = colour(getComputedStyle(node).backgroundColor);
    if (found.length === 3 || found[3] === 1) return found;
  }
  return [255, 255, 255];
}
const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
while (texts.nextNode()) {
  const element = texts.currentNode.parentElement;
  if (!texts.currentNode.textContent.trim() || !shown(element) || element.closest('[disabled], svg, option')) continue;
  const [light, dark] = [luminance(colour(getComputedStyle(element).color)), luminance(ground(element))].sort((a, b) => b - a);
  const contrast = (light + .05) / (dark + .05);
  if (contrast < 4.5) say(`contrast ${contrast.toFixed(2)}: ${texts.currentNode.textContent.trim().slice(0, 30)}`);
}
return wrong;
