/* Lists the handsets, asks for their state each second, and passes on what the user wants. */

import { draw, el, make } from '/phone.js';

let chosen = location.hash.slice(1);
let callTimer = 0;

function choose(deviceId) {
  if (deviceId !== chosen) el('action-says').textContent = '';
  chosen = deviceId;
  history.replaceState(null, '', '#' + deviceId);
  look();
}

function drawFleet(handsets) {
  el('fleet-empty').hidden = handsets.length > 0;
  const list = el('fleet');
  while (list.children.length > handsets.length) list.lastChild.remove();
  while (list.children.length < handsets.length) list.append(fleetItem());
  handsets.forEach((handset, i) => {
    const button = list.children[i].firstChild;
    const [dot, name, badge] = button.children;
    button.dataset.id = handset.deviceId;
    button.setAttribute('aria-current', String(handset.deviceId === chosen));
    dot.className = handset.online ? 'dot on' : 'dot';
    dot.title = handset.online ? 'online' : 'offline';
    name.textContent = handset.deviceId;
    badge.className = `badge ${handset.stage}`;
    badge.textContent = handset.stage;
  });
}

function fleetItem() {
  const item = make('li');
  const button = make('button');
  button.type = 'button';
  button.append(make('span', 'dot'), make('span', 'name'), make('span', 'badge'));
  button.addEventListener('click', () => choose(button.dataset.id));
  item.append(button);
  return item;
}

async function look() {
  try {
    const response = await fetch('/handsets');
    const handsets = await response.json();
    el('lost').hidden = true;
    if (!handsets.some((handset) => handset.deviceId === chosen)) chosen = handsets[0]?.deviceId || '';
    drawFleet(handsets);
    const handset = handsets.find((each) => each.deviceId === chosen);
    if (handset) draw(handset);
  } catch {
    el('lost').hidden = false;
  }
  el('clock').textContent = new Date().toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });
}

async function reasonOf(response) {
  const problem = await response.json().catch(() => ({}));
  const fields = (problem.errors || []).map((error) => `${error.pointer} ${error.detail}`);
  return [problem.detail || problem.title || `Status ${response.status}`, ...fields].join(' ');
}

async function post(path, body, says, done) {
  says.className = '';
  says.textContent = 'Working…';
  try {
    const response = await fetch(path, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body });
    says.className = response.ok ? '' : 'bad';
    says.textContent = response.ok ? done : await reasonOf(response);
    return response.ok ? await response.json() : null;
  } catch {
    says.className = 'bad';
    says.textContent = 'No answer. Try again.';
    return null;
  } finally {
    look();
  }
}

function act(verb, done) {
  return post(`/handsets/${encodeURIComponent(chosen)}/${verb}`, undefined, el('action-says'), done);
}

el('refresh').addEventListener('click', () => act('refresh', 'Asked for the newest status.'));
el('network').addEventListener('click', () => (el('network').textContent === 'Go offline'
  ? act('offline', 'Off the network. What holds stays in force.')
  : act('online', 'Back on the network.')));

el('wipe').addEventListener('click', () => act('wipe', 'Wiped, and enrolled again. What holds is told again.'));

el('enroll').addEventListener('submit', async (event) => {
  event.preventDefault();
  const body = JSON.stringify({ imei: el('imei').value.trim(), enrollmentCode: el('code').value.trim() });
  const handset = await post('/handsets', body, el('enroll-says'), 'Enrolled.');
  if (handset) {
    el('enroll').reset();
    choose(handset.deviceId);
  }
});

el('emergency').addEventListener('click', () => {
  const began = Date.now();
  el('call').hidden = false;
  el('hang-up').focus();
  const tick = () => {
    const seconds = Math.floor((Date.now() - began) / 1000);
    el('call-time').textContent = new Date(seconds * 1000).toISOString().slice(14, 19);
  };
  tick();
  callTimer = setInterval(tick, 1000);
});

function hangUp() {
  clearInterval(callTimer);
  el('call').hidden = true;
  el('emergency').focus();
}

el('hang-up').addEventListener('click', hangUp);
el('call').addEventListener('keydown', (event) => {
  if (event.key === 'Escape') hangUp();
  if (event.key === 'Tab') event.preventDefault();
});

(async function watch() {
  if (!document.hidden) await look();
  setTimeout(watch, 1000);
})();
