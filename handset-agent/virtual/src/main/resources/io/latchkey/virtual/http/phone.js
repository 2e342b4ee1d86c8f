/* Draws one handset as a phone, from what its agent stored. */

const LOCKED_LINE = 'This device is locked due to an overdue installment payment';
const STAGE_WORDS = {
  CURRENT: 'Everything works.',
  REMINDED: 'Everything works. A payment is due.',
  RESTRICTED: 'Some functions are switched off until the payment arrives.',
  LOCKED: LOCKED_LINE + '.',
  RELEASED: 'Paid in full. This phone is yours for good.',
};
const TILES = [
  ['Camera', 'camera', 'M4 8h3l2-3h6l2 3h3v11H4z M12 10.5a3 3 0 1 0 0 6 3 3 0 0 0 0-6z'],
  ['Gallery', 'gallery', 'M4 5h16v14H4z M4 16l5-5 4 4 3-3 4 4 M15.5 9h.01'],
  ['Calls out', 'outgoing-calls', 'M6 4h4l1.5 4.5-2 1.5a11 11 0 0 0 4.5 4.5l1.5-2L20 14v4a2 2 0 0 1-2 2A14 14 0 0 1 4 6a2 2 0 0 1 2-2z'],
  ['SMS out', 'outgoing-sms', 'M4 5h16v11H9l-5 4z M8 9h8 M8 12h5'],
  ['App install', 'app-install', 'M12 4v10 M8 10.5l4 4 4-4 M5 19h14'],
  ['Calls in', null, 'M6 4h4l1.5 4.5-2 1.5a11 11 0 0 0 4.5 4.5l1.5-2L20 14v4a2 2 0 0 1-2 2A14 14 0 0 1 4 6a2 2 0 0 1 2-2z M20 4l-5 5 M15 5v4h4'],
  ['Internet', null, 'M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16z M4 12h16 M12 4c5 5 5 11 0 16 M12 4c-5 5-5 11 0 16'],
];

export const el = (id) => document.getElementById(id);
let announced = '';
let drawn = '';

/** Text from tokens only ever becomes text nodes: nothing that a lender or attacker writes can become markup. */
export function make(tag, className, text) {
  const node = document.createElement(tag);
  if (className) node.className = className;
  if (text !== undefined) node.textContent = text;
  return node;
}

function drawing(path) {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  const line = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  line.setAttribute('d', path);
  svg.append(line);
  return svg;
}

function money(due, locale) {
  try {
    const format = new Intl.NumberFormat(locale || 'en', { style: 'currency', currency: due.currency });
    const digits = format.resolvedOptions().maximumFractionDigits;
    return format.format(due.minorUnits / 10 ** digits);
  } catch {
    return `${due.minorUnits} ${due.currency} (minor units)`;
  }
}

function day(iso, locale) {
  const date = new Date(iso + 'T00:00:00Z');
  try {
    return new Intl.DateTimeFormat(locale || 'en', { dateStyle: 'long', timeZone: 'UTC' }).format(date);
  } catch {
    return iso;
  }
}

function link(text, href) {
  const a = make('a', '', text);
  a.href = href;
  a.rel = 'noreferrer noopener';
  a.target = '_blank';
  return a;
}

function row(list, term, value, className) {
  const pair = make('div');
  const dd = make('dd', className);
  dd.append(value);
  pair.append(make('dt', '', term), dd);
  list.append(pair);
}

function drawTiles(restrictions) {
  el('tiles').replaceChildren(...TILES.map(([name, restriction, path]) => {
    const off = restrictions.includes(restriction);
    const tile = make('li', off ? 'off' : '');
    const icon = make('span', 'icon');
    icon.append(drawing(path));
    tile.append(icon, make('span', '', name), make('span', 'state', off ? 'Off' : restriction ? 'On' : 'Always on'));
    return tile;
  }));
}

function linesOf(notice) {
  return notice ? notice.text[notice.locale] || notice.text.en || [] : [];
}

function drawBanner(handset) {
  const notice = handset.notice;
  const lines = linesOf(notice).slice(1);
  const reminds = ['REMINDED', 'RESTRICTED'].includes(handset.stage) || (handset.stage === 'CURRENT' && lines.length > 0);
  el('banner').hidden = !reminds;
  if (!reminds) return;
  el('banner-title').textContent =
    handset.stage === 'RESTRICTED' ? 'Some functions are off until you pay' : 'Your installment is due';
  const parts = [];
  if (notice) {
    parts.push(`${money(notice.amountDue, notice.locale)} to ${notice.lender}`);
    if (notice.oldestDueDate) parts.push(`due since ${day(notice.oldestDueDate, notice.locale)}`);
    if (notice.phone) parts.push(`questions: ${notice.phone}`);
  }
  el('banner-text').textContent = parts.concat(lines).join(' · ');
}

function drawFacts(notice) {
  const facts = el('facts');
  facts.replaceChildren();
  facts.hidden = !notice;
  if (!notice) return;
  row(facts, 'Lender', notice.lender);
  row(facts, 'Amount due', money(notice.amountDue, notice.locale), 'amount');
  if (notice.oldestDueDate) row(facts, 'Due since', day(notice.oldestDueDate, notice.locale));
  if (notice.phone) row(facts, 'Call', link(notice.phone, 'tel:' + notice.phone.replace(/[^+\d]/g, '')));
  if (notice.url) row(facts, 'Visit', /^https:\/\//.test(notice.url) ? link(notice.url, notice.url) : notice.url);
}

function drawLock(handset) {
  const notice = handset.notice;
  el('lock-title').textContent = LOCKED_LINE;
  drawFacts(notice);
  const lines = linesOf(notice).filter((line) => line !== LOCKED_LINE);
  el('lock-text').replaceChildren(...lines.map((line) => make('p', '', line)));
  el('lock-text').lang = notice ? notice.locale : 'en';
  el('genuine').textContent = 'How to know that this is genuine: your phone checked the signature itself before it'
    + ' showed this. It never asks you for a PIN, a password or a card number. Pay only by the ways in your contract.'
    + ` Ask your lender about ${handset.deviceId}, revision ${handset.revision}.`;
}

function drawMemory(handset) {
  const memory = el('memory');
  memory.replaceChildren();
  row(memory, 'Device', handset.deviceId);
  row(memory, 'Enrollment', String(handset.enrollment));
  row(memory, 'Stage', `${handset.stage}: ${STAGE_WORDS[handset.stage]}`);
  row(memory, 'Restrictions', handset.restrictions.join(', ') || 'none');
  row(memory, 'Token revision', String(handset.revision));
  row(memory, 'Applied at', handset.appliedAt || 'no token yet');
  row(memory, 'Reports nobody has acknowledged yet', String(handset.unacknowledged));
}

export function draw(handset) {
  el('bench').hidden = false;
  el('signal').textContent = handset.online ? 'Online' : 'No network';
  el('network').textContent = handset.online ? 'Go offline' : 'Go online';
  const { online, ...content } = handset;
  const now = JSON.stringify(content);
  if (now === drawn) return;
  drawn = now;
  const locked = handset.stage === 'LOCKED';
  el('screen').className = `screen ${handset.stage.toLowerCase()}`;
  el('home').hidden = locked;
  el('lock').hidden = !locked;
  el('own').hidden = handset.stage !== 'RELEASED';
  drawTiles(handset.restrictions);
  drawBanner(handset);
  drawLock(handset);
  drawMemory(handset);
  announce(handset);
}

function announce(handset) {
  const words = `${handset.deviceId} ${handset.stage}`;
  if (words !== announced) el('stage-says').textContent = `${handset.stage}. ${STAGE_WORDS[handset.stage]}`;
  announced = words;
}
