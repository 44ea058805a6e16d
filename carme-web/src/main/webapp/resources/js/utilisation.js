// The chart of the load: asked for when it comes into view and when there is a new sample; it tells the numbers of the time
// that is pointed at.
(function () {
  'use strict';
  let search = '';

  const zone = document.documentElement.dataset.chosenZone || Intl.DateTimeFormat().resolvedOptions().timeZone;
  const options = () => ({timeZone: zone, weekday: 'short', hour: '2-digit', minute: '2-digit'});
  const clock = (millis) => new Intl.DateTimeFormat(document.documentElement.lang || 'en', options()).format(millis);

  async function load(part) {
    const query = new URLSearchParams(search);
    query.set('zone', zone);
    const answer = await fetch(part.dataset.part + '?' + query, {headers: {'Carme-Background': 'true'}});
    if (!answer.ok || answer.redirected) return;
    const next = new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById('part');
    const open = part.querySelector('.as-table[open]') !== null;
    const key = part.contains(document.activeElement) ? document.activeElement.dataset.key : undefined;
    part.replaceChildren(...next.childNodes);
    part.dataset.loaded = 'yes';
    const table = part.querySelector('.as-table');
    if (table) table.open = open;
    const focused = key === undefined ? null : part.querySelector('[data-key="' + CSS.escape(key) + '"]');
    if (focused) focused.focus();
    if (part.dataset.page && search) history.replaceState(null, '', search);
  }

  // the text of an element, or its latest one
  function tell(element, text) {
    if (element.dataset.latest === undefined) element.dataset.latest = element.textContent;
    element.textContent = text === undefined ? element.dataset.latest : text;
  }

  function point(part, millis) {
    const plots = part.querySelector('.plots');
    const from = Number(plots.dataset.from), to = Number(plots.dataset.to);
    const times = plots.dataset.times.split('|').map(Number);
    const away = (time) => Math.abs(time - millis(from, to));
    const at = millis ? times.reduce((best, time, i) => away(time) < away(times[best]) ? i : best, 0) : -1;
    for (const figure of part.querySelectorAll('.figure')) tell(figure, at < 0 ? undefined : figure.dataset.values.split('|')[at]);
    const coming = at >= 0 && times[at] > Number(plots.dataset.now) ? ' · ' + plots.dataset.forecast : '';
    tell(part.querySelector('.when'), at < 0 ? undefined : clock(times[at]) + coming);
    for (const cursor of part.querySelectorAll('.cursor')) {
      cursor.setAttribute('visibility', at < 0 ? 'hidden' : 'visible');
      for (const end of ['x1', 'x2']) cursor.setAttribute(end, at < 0 ? '0' : (100 * (times[at] - from) / (to - from)).toFixed(2) + '%');
    }
  }

  document.addEventListener('DOMContentLoaded', () => {
    const part = document.querySelector('.utilisation');
    let visible = false;
    search = part.dataset.page ? location.search : '';
    new IntersectionObserver((entries) => {
      visible = entries[entries.length - 1].isIntersecting;
      if (visible && !part.dataset.loaded) load(part);
    }, {rootMargin: '100px'}).observe(part);
    part.addEventListener('click', (event) => {
      const link = event.target.closest('.choice a');
      if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      search = new URL(link.href).search;
      load(part);
    });
    part.addEventListener('pointermove', (event) => {
      const plot = event.target.closest('.plot');
      if (!plot) return;
      const box = plot.getBoundingClientRect();
      point(part, (from, to) => from + (to - from) * (event.clientX - box.left) / box.width);
    });
    part.addEventListener('pointerleave', () => { if (part.querySelector('.plots')) point(part); });
    document.addEventListener('carme', (event) => {
      if (event.detail === 'utilisation' && visible && !document.hidden && !part.matches(':hover')) load(part);
    });
  });
})();
