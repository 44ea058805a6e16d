// The page's own behaviour: times that count, push, the stop question, theme, session. No framework.
(function () {
  'use strict';
  const language = () => document.documentElement.lang || 'en';
  const browsersZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const chosenZone = document.documentElement.dataset.chosenZone || '';
  const zone = chosenZone || browsersZone;
  const format = (options) => new Intl.DateTimeFormat(language(), {timeZone: zone, ...options});
  const relative = () => new Intl.RelativeTimeFormat(language(), {numeric: 'auto'});

  // paper outlives the day: it has whole times, and says when it was printed
  let onPaper = false;
  function print(begins) {
    onPaper = begins;
    paintTimes();
    for (const time of document.querySelectorAll('time[data-printed]')) put(time, format({dateStyle: 'long', timeStyle: 'long'}).format(Date.now()));
  }

  function exact(millis) {
    const date = format({dateStyle: 'short'});
    const today = !onPaper && date.format(millis) === date.format(Date.now());
    return format(today ? {hour: '2-digit', minute: '2-digit'} : {dateStyle: 'short', timeStyle: 'short'}).format(millis);
  }

  function clock(millis) {
    return millis > 0 ? format({timeStyle: 'medium'}).format(millis) : '–';
  }

  function day(millis) {
    return format({weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit'}).format(millis);
  }

  function span(millis) {
    const minutes = Math.max(0, Math.floor(millis / 60000));
    return minutes < 60 ? minutes + ' min' : Math.floor(minutes / 60) + ' h ' + String(minutes % 60).padStart(2, '0');
  }

  function ago(millis) {
    const minutes = Math.round((millis - Date.now()) / 60000);
    if (onPaper) return exact(millis);
    if (Math.abs(minutes) < 60) return relative().format(minutes, 'minute');
    if (Math.abs(minutes) < 1440) return relative().format(Math.round(minutes / 60), 'hour');
    return exact(millis);
  }

  function put(element, text, title) {
    if (element.textContent !== text) element.textContent = text;
    if (title && element.title !== title) element.title = title;
  }

  function paintTimes() {
    for (const time of document.querySelectorAll('time[data-time]')) {
      const millis = Number(time.dataset.time);
      put(time, millis > 0 ? exact(millis) : '–', '');
    }
    for (const time of document.querySelectorAll('time[data-clock]')) put(time, clock(Number(time.dataset.clock)), '');
    for (const time of document.querySelectorAll('time[data-when]')) put(time, day(Number(time.dataset.when)), '');
    for (const time of document.querySelectorAll('time[data-ago]')) put(time, ago(Number(time.dataset.ago)), exact(Number(time.dataset.ago)));
    for (const time of document.querySelectorAll('time[data-left]')) {
      const end = Number(time.dataset.left);
      put(time, time.dataset.text.replace('{0}', span(end - Date.now())), exact(end));
    }
    for (const time of document.querySelectorAll('time[data-in]')) put(time, exact(Date.now() + Number(time.dataset.in) * 60000));
    for (const bar of document.querySelectorAll('.progress')) {
      const from = Number(bar.dataset.from), to = Number(bar.dataset.to);
      const part = Math.min(1, Math.max(0, (Date.now() - from) / (to - from)));
      bar.firstElementChild.style.setProperty('width', (100 * part).toFixed(1) + '%');
    }
    paintSession();
  }

  // what is free changes in place: a list may be open, or have the focus
  function paintOffers() {
    for (const offer of document.querySelectorAll('#availability data')) {
      const option = document.querySelector('#' + offer.dataset.of + ' option[value="' + CSS.escape(offer.value) + '"]');
      if (option) put(option, offer.textContent);
    }
  }

  let sessionEnd = 0;
  function paintSession() {
    const session = document.getElementById('session');
    if (!session) return;
    const left = sessionEnd - Date.now();
    put(session.querySelector('.session-left'), span(left + 59999));
    const note = document.getElementById('session-note');
    const warn = left < 5 * 60000;
    if (warn) put(note.querySelector('span'), session.dataset.warning.replace('{0}', span(left + 59999)));
    note.hidden = !warn;
    if (left < -2000) location.reload();
  }

  // days that are looked for are the reader's
  function paintZone() {
    for (const field of document.querySelectorAll('input[data-zone]')) field.value = zone;
    for (const link of document.querySelectorAll('a[data-zone]')) {
      const url = new URL(link.href);
      url.searchParams.set('zone', zone);
      link.href = url;
    }
  }

  function offerZones() {
    const list = document.getElementById('reader-zone');
    if (!list || list.length) return;
    list.append(new Option(list.dataset.browsers.replace('{0}', browsersZone), ''));
    for (const name of new Set(['UTC', ...Intl.supportedValuesOf('timeZone'), zone])) list.append(new Option(name, name));
    list.value = chosenZone;
  }

  function chooseZone(name) {
    document.cookie = 'carme-zone=' + encodeURIComponent(name) + ';path=/;max-age=' + (name ? 31536000 : 0) + ';samesite=lax';
    location.reload();
  }

  // fields for a time have it in the reader's time zone
  function fillTimes() {
    for (const field of document.querySelectorAll('input[data-instant]')) {
      const millis = Number(field.dataset.instant);
      delete field.dataset.instant;
      // Swedes write dates as these fields do
      const wall = new Intl.DateTimeFormat('sv', {timeZone: zone, dateStyle: 'short', timeStyle: 'short'});
      if (millis > 0 && !field.value) field.value = wall.format(millis).replace(' ', 'T');
    }
  }

  // what the user does renews the session on the server; pages and ajax calls alike
  function acted() {
    const session = document.getElementById('session');
    if (session) sessionEnd = Date.now() + (Number(session.dataset.minutes) || 60) * 60000;
  }

  // ---- push: the server says that something has changed, the page asks for it without renewing the session
  const pending = new Set();
  let timer = 0;
  const UNHEARD = 10000;
  const LEAVING = 300;
  // carried by the request itself: it may wait in a queue until long after it was asked for
  const QUIETLY = {name: 'carme.background', value: 'true'};

  function busy() {
    const list = document.getElementById('jobs:list');
    return list && (list.matches(':hover') && pending.size < 3 || list.contains(document.activeElement)) && document.getElementById('confirm').open;
  }

  function shownJob() {
    const about = document.getElementById('about');
    return about ? about.dataset.job : '';
  }

  function flush() {
    timer = 0;
    if (busy()) { timer = setTimeout(flush, 1000); return; }
    const wanted = new Set(pending);
    pending.clear();
    if (wanted.has('jobs') && window.refreshJobs) window.refreshJobs([QUIETLY]);
    else if (wanted.has('cluster') && window.refreshCluster) window.refreshCluster([QUIETLY]);
    if (wanted.has('use') && !wanted.has('jobs') && window.refreshUse) window.refreshUse([QUIETLY]);
    if (wanted.has('staging') && !wanted.has('jobs') && window.refreshStaging) window.refreshStaging([QUIETLY]);
    if ((wanted.has('log') || wanted.has('log-' + shownJob())) && window.refreshLog) window.refreshLog([QUIETLY]);
    if (wanted.has('maintenance') && window.refreshMaintenance) window.refreshMaintenance([QUIETLY]);
    if (wanted.has('news') && window.refreshNews) window.refreshNews([QUIETLY]);
    if (wanted.has('messages') && window.refreshMessages) window.refreshMessages([QUIETLY]);
    if (wanted.has('import') && window.refreshImport) window.refreshImport([QUIETLY]);
    if (wanted.has('system') && window.refreshSystem) window.refreshSystem([QUIETLY]);
    if (wanted.has('session')) fetch(location.href, {headers: {'Carme-Background': 'true'}, redirect: 'manual'}).then((answer) => {
      if (answer.type === 'opaqueredirect') location.reload();
    }, () => setTimeout(window.carmeChanged, UNHEARD, 'session'));
  }

  window.carmeChanged = function (message) {
    document.dispatchEvent(new CustomEvent('carme', {detail: String(message)}));
    pending.add(String(message));
    if (!timer) timer = setTimeout(flush, 120);
  };

  // ---- what is chosen and typed for a start outlives a reload and the session, until the user logs out
  const keptKey = () => 'carme-start-' + document.getElementById('session').dataset.user;
  const startFields = () => [...document.querySelectorAll('#start select, #start input[type=text], #start textarea')];

  function keep() {
    const values = Object.fromEntries(startFields().map((field) => [field.id, field.value]));
    if (values.template) sessionStorage.setItem(keptKey(), JSON.stringify(values));
  }

  function restore() {
    // what the address asks for wins over what was kept, once: after a reload it has been kept itself
    if (/[?&](again|preset)=/.test(location.search)) {
      history.replaceState(null, '', location.pathname);
      keep();
      return;
    }
    const kept = sessionStorage.getItem(keptKey());
    if (!kept || !startFields().length) return;
    const values = JSON.parse(kept);
    if (startFields().some((field) => field.value !== (values[field.id] || ''))) {
      window.restoreStart(Object.entries(values).map(([name, value]) => ({name: 'kept-' + name, value})));
    }
  }

  function ask(question, yes, label) {
    const dialog = document.getElementById('confirm');
    document.getElementById('confirm-text').textContent = question;
    const accept = document.getElementById('confirm-yes');
    accept.dataset.label = accept.dataset.label || accept.textContent;
    put(accept, label || accept.dataset.label);
    accept.onclick = () => { dialog.close(); yes(); };
    document.getElementById('confirm-no').onclick = () => dialog.close();
    dialog.showModal();
    document.getElementById('confirm-no').focus();
  }

  function theme() {
    const root = document.documentElement;
    const dark = root.dataset.theme === 'dark' || (root.dataset.theme !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
    root.dataset.theme = dark ? 'light' : 'dark';
    document.cookie = 'carme-theme=' + root.dataset.theme + ';path=/;max-age=31536000;samesite=lax';
  }

  // what cannot be undone is asked for first; the button's own click follows the yes
  document.addEventListener('click', (event) => {
    const button = event.target.closest('[data-confirm]');
    if (!button) return;
    if (button.dataset.confirmed) { delete button.dataset.confirmed; return; }
    event.preventDefault();
    event.stopImmediatePropagation();
    ask(button.dataset.confirm, () => { button.dataset.confirmed = 'yes'; button.click(); }, button.dataset.yes);
  }, true);
  document.addEventListener('click', (event) => {
    const stop = event.target.closest('[data-stop]');
    if (stop) ask(stop.dataset.question, () => window.stopJob([{name: 'job', value: stop.dataset.stop}]));
    const more = event.target.closest('[data-extend]');
    if (more) {
      const wanted = [{name: 'job', value: more.dataset.extend}, {name: 'minutes', value: more.dataset.minutes}];
      ask(more.dataset.question, () => window.extendJob(wanted), more.dataset.yes);
    }
    const kept = event.target.closest('[data-keep-job]');
    if (kept) window.keepJob([{name: 'job', value: kept.dataset.keepJob}]);
    const news = event.target.closest('[data-read-news]');
    if (news) window.readNews([{name: 'news', value: news.dataset.readNews}]);
    const copy = event.target.closest('[data-copy]');
    if (copy) {
      const field = document.getElementById(copy.dataset.copy);
      field.select();
      navigator.clipboard.writeText(field.value).then(() => put(copy, copy.dataset.done));
    }
    if (event.target.closest('#theme')) theme();
    if (event.target.closest('#stay')) fetch(location.href).then(acted);
    const menu = document.querySelector('details.menu[open]');
    if (menu && !menu.contains(event.target)) menu.open = false;
  });
  document.addEventListener('keydown', (event) => {
    const menu = document.querySelector('details.menu[open]');
    if (event.key === 'Escape' && menu) { menu.open = false; menu.querySelector('summary').focus(); }
  });
  window.addEventListener('beforeprint', () => print(true));
  window.addEventListener('afterprint', () => print(false));
  document.addEventListener('toggle', (event) => { if (event.target.id === 'user-menu') offerZones(); }, true);
  document.addEventListener('change', (event) => { if (event.target.id === 'reader-zone') chooseZone(event.target.value); });
  for (const kind of ['input', 'change']) {
    document.addEventListener(kind, (event) => { if (event.target.form && event.target.form.id === 'start') keep(); }, true);
  }
  // a form whose end has not come yet lacks the view's state: it is sent as soon as it is whole
  document.addEventListener('submit', (event) => {
    if (document.readyState !== 'loading') return;
    event.preventDefault();
    document.addEventListener('DOMContentLoaded', () => event.target.requestSubmit(event.submitter), {once: true});
  }, true);
  document.addEventListener('submit', (event) => { if (event.target.id === 'account') sessionStorage.removeItem(keptKey()); });
  document.addEventListener('visibilitychange', () => { if (!document.hidden) paintTimes(); });

  // a refresh brings all rows anew: only those that were not there fade in
  let rows = null;
  function markNew() {
    const now = [...document.querySelectorAll('.job')];
    if (rows) now.filter((row) => !rows.has(row.id)).forEach((row) => row.classList.add('new'));
    rows = new Set(now.map((row) => row.id));
  }

  // what somebody has pressed is not to end in silence
  function tellNothing() {
    document.getElementById('failed').hidden = true;
  }
  function tellFailure(failed) {
    const note = document.getElementById('failed');
    const said = failed.status > 0 && new DOMParser().parseFromString(failed.responseText, 'text/html').querySelector('#main .card p');
    note.textContent = said ? said.textContent : note.dataset.away;
    // a page that is being left ends its requests as well
    setTimeout(() => {
      note.hidden = false;
      note.scrollIntoView({block: 'nearest'});
    }, failed.status > 0 ? 0 : LEAVING);
  }

  document.addEventListener('DOMContentLoaded', () => {
    const session = document.getElementById('session');
    if (session) {
      sessionEnd = Number(session.dataset.ends);
      session.dataset.minutes = String(Math.max(1, Math.round((sessionEnd - Date.now()) / 60000)));
    }
    paintTimes();
    paintZone();
    fillTimes();
    setInterval(paintTimes, 1000);
    if (window.jQuery) {
      // a button stays disabled until its answer is there, not for half a second: Enter would do nothing
      window.PrimeFaces.ajax.minLoadAnimation = 0;
      window.jQuery.ajaxPrefilter((options, original, request) => {
        if (!new URLSearchParams(options.data).has(QUIETLY.name)) {
          acted();
          tellNothing();
          request.fail(tellFailure);
        } else request.fail((failed) => { if (failed.status === 0) setTimeout(window.carmeMissed, UNHEARD); });
      });
      window.jQuery(document).on('pfAjaxComplete', () => {
        if (session) keep();
        paintOffers();
        paintTimes();
        fillTimes();
      });
      if (session) window.jQuery(restore);
      markNew();
      new MutationObserver(() => { markNew(); paintTimes(); }).observe(document.getElementById('main'), {childList: true, subtree: true});
    }
  });
})();
