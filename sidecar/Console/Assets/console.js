// The one script of the console: times, live parts, choosing many rows, keys, copying. Every page works without it.
(() => {
  'use strict';
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const root = document.documentElement;
  root.classList.add('script');

  // Times in the reader's zone, and the account's where that is another hour.
  const format = (date, zone) => new Intl.DateTimeFormat(undefined, {
    weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', timeZone: zone,
    ...(date.getFullYear() === new Date().getFullYear() ? {} : { year: 'numeric' }),
  }).format(date);
  const showTimes = (within) => {
    for (const time of all('time[datetime]', within)) {
      const date = new Date(time.dateTime);
      time.title = `${time.dateTime} (UTC)`;
      time.textContent = format(date);
      const zone = time.dataset.zone;
      try {
        if (zone && format(date, zone) !== format(date)) {
          const there = document.createElement('small');
          there.textContent = `${format(date, zone)} ${zone}`;
          time.append(there);
        }
      } catch { /* a zone that this browser does not know */ }
    }
  };

  // A picture that does not load leaves its plain field.
  const isBroken = (image) => image.complete && image.naturalWidth === 0 && image.currentSrc;
  const markBroken = (within) => all('.picture img', within).filter(isBroken).forEach((image) => image.classList.add('broken'));
  addEventListener('error', (event) => event.target.matches?.('.picture img') && event.target.classList.add('broken'), true);

  // Many rows at once: check boxes in a form, one that stands for all, and buttons that need at least one.
  const boxesOf = (form) => all('input[type=checkbox][data-choice]', form);
  const count = (form) => {
    const boxes = boxesOf(form);
    const chosen = boxes.filter((box) => box.checked).length;
    all('[data-count]', form).forEach((place) => { place.textContent = chosen; });
    all('[data-bulk]', form).forEach((button) => { button.disabled = chosen === 0; });
    all('[data-all]', form).forEach((box) => {
      box.checked = chosen > 0 && chosen === boxes.length;
      box.indeterminate = chosen > 0 && chosen < boxes.length;
    });
  };
  const countAll = () => all('form').filter((form) => form.querySelector('[data-bulk], [data-all]')).forEach(count);
  addEventListener('change', ({ target }) => {
    if (target.matches('[data-submit]')) target.form.requestSubmit();
    if (target.matches('[data-all]')) boxesOf(target.form).forEach((box) => { box.checked = target.checked; });
    if (target.matches('[data-all], [data-choice]')) count(target.form);
  });

  addEventListener('click', async ({ target }) => {
    const button = target.closest('[data-copy]');
    if (!button) return;
    const source = document.getElementById(button.dataset.copy);
    const copied = await navigator.clipboard?.writeText(source.textContent).then(() => true, () => false);
    if (copied) button.textContent = 'Copied';
    else getSelection().selectAllChildren(source);
  });

  // Keys: j and k go through rows, x chooses, and an element's data-key clicks it; ? shows them.
  const rows = () => all('[data-row]').map((row) => row.querySelector('a, button, input')).filter(Boolean);
  const step = (by) => {
    const places = rows();
    const row = document.activeElement.closest?.('[data-row]');
    const at = places.findIndex((place) => place.closest('[data-row]') === row);
    places[Math.min(Math.max(at < 0 && by < 0 ? 0 : at + by, 0), places.length - 1)]?.focus();
  };
  const showKeys = () => {
    const dialog = document.getElementById('keys');
    const known = all('[data-key]').map((element) => [element.dataset.key, element.textContent.trim() || element.ariaLabel]);
    if (rows().length) known.push(['j', 'next row'], ['k', 'row before']);
    if (document.querySelector('[data-choice]')) known.push(['x', 'choose the row']);
    known.push(['?', 'these keys']);
    dialog.querySelector('dl').replaceChildren(...known.flatMap(([key, text]) => {
      const [name, meaning] = [document.createElement('dt'), document.createElement('dd')];
      name.append(Object.assign(document.createElement('kbd'), { textContent: key }));
      meaning.textContent = text;
      return [name, meaning];
    }));
    dialog.showModal();
  };
  addEventListener('keydown', (event) => {
    const { key, target } = event;
    const isTyping = target.matches('input:not([type=checkbox]), textarea, select');
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping || document.querySelector('dialog[open]')) return;
    const element = all('[data-key]').find((one) => one.dataset.key === key && !one.disabled);
    if (element) {
      if (element.matches('input:not([type=checkbox]), textarea, select')) element.focus();
      else element.click();
      // What a key has opened begins with its first field.
      if (element.matches('summary')) element.parentElement.querySelector('input:not([type=hidden]), textarea')?.focus();
    } else if (key === 'j') step(1);
    else if (key === 'k') step(-1);
    else if (key === 'x') target.closest('[data-row]')?.querySelector('[data-choice]')?.click();
    else if (key === '?') showKeys();
    else return;
    event.preventDefault();
  });

  // A form whose parts are answered while it is written (data-checks), and one whose file is sent at once (data-parts).
  const take = (page, ids) => {
    for (const id of ids.split(' ')) {
      const [old, now] = [document.getElementById(id), page.getElementById(id)];
      if (!old || !now || old.contains(document.activeElement) || old.innerHTML === now.innerHTML) continue;
      old.innerHTML = now.innerHTML;
      showTimes(old);
      markBroken(old);
    }
  };
  const post = async (form, body) => {
    const answer = await fetch(form.action, { method: 'POST', body });
    return new DOMParser().parseFromString(await answer.text(), 'text/html');
  };
  let typed, turn = 0;
  const check = async (form) => {
    const mine = ++turn;
    const body = new URLSearchParams(new FormData(form));
    body.set('act', 'typing');
    const page = await post(form, body);
    if (mine === turn) take(page, form.dataset.checks);
  };
  const checkSoon = (form) => {
    clearTimeout(typed);
    if (form?.dataset.checks) typed = setTimeout(() => check(form).catch(() => {}), 600);
  };
  addEventListener('input', ({ target }) => checkSoon(target.form));
  const send = async (form) => {
    const place = form.querySelector('[data-problem]');
    place.textContent = 'Sending …';
    try {
      const page = await post(form, new FormData(form));
      place.replaceChildren(...all('main .problem', page));
      if (place.hasChildNodes()) return;
      take(page, form.dataset.parts);
      all('[data-checks]').forEach(checkSoon);
    } catch {
      place.textContent = 'It could not be sent. Try again.';
    }
  };
  addEventListener('change', ({ target }) => target.matches('[data-parts] [type=file]') && target.files.length && send(target.form));
  ['dragover', 'drop'].forEach((kind) => addEventListener(kind, (event) => {
    const form = event.target.closest?.('[data-parts]');
    if (!form) return;
    event.preventDefault();
    if (kind === 'dragover' || !event.dataTransfer.files.length) return;
    form.querySelector('[type=file]').files = event.dataTransfer.files;
    send(form);
  }));

  // Live parts: when something happened, the page is fetched again and what changed in [data-live] is put in its place.
  const textOf = (part) => part.innerHTML.replace(/name="forgery_token" value="[^"]*"/g, '');
  const seen = new Map(all('[data-live]').map((part) => [part.id, textOf(part)]));
  const put = (now) => {
    const old = document.getElementById(now.id);
    const text = textOf(now);
    if (!old || seen.get(now.id) === text) return;
    // What somebody writes in or has opened stays as it is until they are done.
    if (old.querySelector('details[open], input:not([type=checkbox]):focus, textarea:focus, select:focus')) return;
    const chosen = new Set(all('[data-choice]:checked', old).map((box) => box.value));
    const place = document.activeElement.closest?.('[data-row]')?.querySelector('a')?.href;
    seen.set(now.id, text);
    old.innerHTML = now.innerHTML;
    all('[data-choice]', old).forEach((box) => { box.checked = chosen.has(box.value); });
    all('[data-row] a', old).find((link) => link.href === place)?.focus();
    showTimes(old);
    markBroken(old);
    countAll();
  };
  const refresh = async () => {
    const answer = await fetch(location.href, { headers: { 'X-Live': '1' } });
    if (answer.status === 401) location.reload();
    if (!answer.ok) return;
    all('[data-live]', new DOMParser().parseFromString(await answer.text(), 'text/html')).forEach(put);
  };
  // A second or two after something happened, not all at once, and every three while much happens: watching takes little from publishing.
  let waiting, last = -Infinity;
  const look = () => {
    [waiting, last] = [undefined, performance.now()];
    refresh().catch(() => {});
  };
  const soon = () => { waiting ??= setTimeout(look, Math.max(1000 + 1000 * Math.random(), last + 3000 - performance.now())); };
  let stream;
  const follow = () => {
    stream?.close();
    stream = undefined;
    if (document.hidden || !document.querySelector('[data-live]') || !document.body.dataset.events) return;
    stream = new EventSource('/v1/events/stream');
    // It may have been away, and what happened meanwhile is fetched; it ends with the session too, and then the page asks to sign in.
    stream.onopen = stream.onerror = soon;
    document.body.dataset.events.split(' ').forEach((type) => stream.addEventListener(type, soon));
  };
  document.addEventListener('visibilitychange', follow);
  addEventListener('pagehide', () => stream?.close());

  showTimes(document);
  markBroken(document);
  countAll();
  follow();
})();
