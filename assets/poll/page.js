// The ballot, one factor at a time. Without this the page is a plain form that works as well; the file
// that goes by mail needs it, for nobody else can write its code.
(function () {
  'use strict';
  const root = document.documentElement;
  const id = (name) => document.getElementById(name);
  const form = id('ballot');
  const isFile = root.dataset.place === 'file';
  const sections = Array.from(form.querySelectorAll('section'));
  const items = Array.from(form.querySelectorAll('fieldset'));
  const store = 'attache ' + (form.dataset.seal || location.pathname);
  let at = 0;

  // What is not sent yet stays on the phone, and only there.
  const remembered = (function () {
    try { return JSON.parse(localStorage.getItem(store)) || {}; } catch (e) { return {}; }
  })();
  function remember(what) {
    try {
      if (what) localStorage.setItem(store, JSON.stringify(what));
      else localStorage.removeItem(store);
    } catch (e) { /* A browser that keeps nothing: the answers are in the page. */ }
  }
  function draft() {
    return { votes: items.map(chosen), at: at, salt: remembered.salt };
  }

  // What is chosen of an item; one that has nothing to say under the option above it has no answer.
  function chosen(item) {
    const radio = item.disabled ? null : item.querySelector('input:checked');
    return radio ? radio.value : '';
  }
  function follow() {
    items.forEach(function (item) {
      if (item.dataset.needs) {
        const option = chosen(items[Number(item.dataset.of)]);
        const speaks = option === '' || option === 'u' || item.dataset.needs.split(' ').indexOf(option) >= 0;
        item.hidden = item.disabled = !speaks;
      }
      item.querySelector('.clear').hidden = chosen(item) === '';
    });
    const asked = items.filter((item) => !item.disabled);
    id('answered').textContent = asked.filter((item) => chosen(item) !== '').length + ' / ' + asked.length;
  }

  function say(name) {
    Array.from(id('messages').children).forEach(function (message) { message.hidden = message.id !== name; });
  }
  function show(where, focus) {
    at = Math.max(0, Math.min(where, sections.length - 1));
    form.hidden = false;
    id('done').hidden = true;
    sections.forEach(function (section, place) { section.hidden = place !== at; });
    const last = sections.length - 1;
    id('back').hidden = at === 0;
    id('next').hidden = at === last;
    form.querySelector('nav').hidden = false;
    id('first').hidden = at !== 0;
    id('other').hidden = at === 0;
    const counted = at > 0 && at < last;
    id('step').hidden = !counted;
    id('step').textContent = at + ' / ' + (last - 1);
    id('progress').hidden = false;
    id('progress').value = at / last;
    say('');
    follow();
    if (focus) {
      window.scrollTo(0, 0);
      sections[at].querySelector('h1, h2').focus({ preventScroll: true });
    }
  }
  // The phone's own way back leads one step back, too.
  function go(where) {
    show(where, true);
    try { history.pushState({ at: at }, ''); } catch (e) { /* Some do not let a file. */ }
    remember(draft());
  }
  window.addEventListener('popstate', function (event) {
    if (event.state && typeof event.state.at === 'number') show(event.state.at, true);
  });
  function done() {
    form.hidden = true;
    id('step').hidden = true;
    id('progress').value = 1;
    id('done').hidden = false;
    window.scrollTo(0, 0);
    id('done').querySelector('h1').focus({ preventScroll: true });
  }

  function send() {
    const votes = items.map(chosen);
    if (votes.every((vote) => vote === '')) return say('empty');
    if (isFile) return code(votes);
    const body = votes.map((vote, place) => 'q' + place + '=' + vote).join('&');
    const request = new XMLHttpRequest();
    const failed = function (name) { id('send').disabled = false; say(name); };
    id('send').disabled = true;
    request.open('POST', form.getAttribute('action'));
    request.setRequestHeader('Content-Type', 'application/x-www-form-urlencoded');
    request.timeout = 15000;
    request.onerror = request.ontimeout = function () { failed('offline'); };
    request.onload = function () {
      const names = { 403: 'refused', 404: 'not-here', 422: 'empty', 429: 'too-many', 503: 'not-kept', 507: 'full' };
      if (request.status !== 200) return failed(names[request.status] || 'not-understood');
      id('send').disabled = false;
      say('');
      remember(null);
      done();
    };
    request.send(body);
  }

  // The code: as src/model/ballot_code.rs writes and reads it.
  const letters = '0123456789abcdefghjkmnpqrstvwxyz';
  function told(number, count) {
    let text = '';
    for (let place = count - 1; place >= 0; place -= 1) text += letters[(number >>> (5 * place)) & 31];
    return text;
  }
  function hash(text) {
    let hash = 0x811c9dc5;
    for (let place = 0; place < text.length; place += 1) hash = Math.imul(hash ^ text.charCodeAt(place), 0x01000193);
    hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
    hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
    return (hash ^ (hash >>> 16)) >>> 0;
  }
  function push(digits, base, vote) {
    let carry = vote;
    for (let place = digits.length - 1; place >= 0; place -= 1) {
      carry += digits[place] * base;
      digits[place] = carry & 31;
      carry >>>= 5;
    }
    for (; carry > 0; carry >>>= 5) digits.unshift(carry & 31);
  }
  function code(votes) {
    const bases = items.map((item) => item.querySelectorAll('input').length + 1);
    const widest = [0];
    bases.forEach(function (base) { push(widest, base, base - 1); });
    const digits = widest.map(() => 0);
    votes.forEach(function (vote, place) {
      push(digits, bases[place], vote === '' ? 0 : vote === 'u' ? 1 : Number(vote) + 2);
    });
    if (!remembered.salt) remembered.salt = told(window.crypto.getRandomValues(new Uint32Array(1))[0], 5);
    const text = form.dataset.seal + remembered.salt + digits.map((digit) => letters[digit]).join('');
    const whole = (text + told(hash(text) >>> 7, 5)).toUpperCase().match(/.{1,4}/g).join(' ');
    id('code').value = whole;
    id('copied').hidden = true;
    id('mail').href = 'mailto:?subject=' + encodeURIComponent(document.title) + '&body=' + encodeURIComponent(whole);
    id('save').href = URL.createObjectURL(new Blob([whole + '\r\n'], { type: 'text/plain' }));
    remember(draft());
    done();
  }
  id('copy').addEventListener('click', function () {
    const copied = function () { id('copied').hidden = false; };
    const selected = function () {
      id('code').select();
      if (document.execCommand('copy')) copied();
    };
    if (navigator.clipboard) navigator.clipboard.writeText(id('code').value).then(copied, selected);
    else selected();
  });

  Array.from(document.querySelectorAll('.switch')).forEach(function (link) {
    link.addEventListener('click', function (event) {
      event.preventDefault();
      root.lang = link.lang;
      if (form.getAttribute('action')) form.action = location.pathname + '?lang=' + link.lang;
      document.title = form.dataset[link.lang];
    });
  });
  items.forEach(function (item) {
    item.querySelector('.clear').addEventListener('click', function () {
      const radio = item.querySelector('input:checked');
      if (radio) radio.checked = false;
      item.querySelector('input').focus();
      follow();
      remember(draft());
    });
  });
  form.addEventListener('change', function () { follow(); remember(draft()); });
  form.addEventListener('submit', function (event) {
    event.preventDefault();
    if (at === sections.length - 1) send(); else go(at + 1);
  });
  id('next').addEventListener('click', function () { go(at + 1); });
  id('back').addEventListener('click', function () { go(at - 1); });
  id('change').addEventListener('click', function () { go(1); });

  id('own').hidden = true;
  form.querySelector('.count').hidden = false;
  (remembered.votes || []).forEach(function (vote, place) {
    const radios = items[place] ? Array.from(items[place].querySelectorAll('input')) : [];
    radios.forEach(function (radio) { radio.checked = radio.value === vote; });
  });
  show(remembered.at || 0, false);
  try { history.replaceState({ at: at }, ''); } catch (e) { /* As above. */ }
  if (form.dataset.own && !remembered.votes) done();
})();
