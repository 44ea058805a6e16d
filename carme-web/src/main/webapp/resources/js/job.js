// A job's own page: curves and log follow while somebody looks at them.
(function () {
  'use strict';
  const EVERY = 10000;
  const about = () => document.getElementById('about');
  const isActive = () => about() && about().dataset.active === 'true';

  // asking is what tells the portal that somebody reads the log; curves of long jobs change more seldom
  let shownAt = Date.now();
  setInterval(() => {
    if (document.hidden || !isActive()) return;
    window.carmeChanged('log');
    const curves = document.getElementById('curves');
    if (!curves || Date.now() - shownAt < 1000 * Number(curves.dataset.step) - EVERY / 2) return;
    shownAt = Date.now();
    window.carmeChanged('use');
  }, EVERY);

  // data are copied within minutes, and somebody waits for it
  setInterval(() => {
    if (!document.hidden && document.querySelector('#staging-nodes[data-going=true]')) window.carmeChanged('staging');
  }, 3000);

  // what is shown anew keeps its place: open tables, and the log where it was read or at its end
  let atEnd = true, place = 0;
  const open = new Set();
  function showEnd() {
    const log = document.getElementById('log-text');
    if (log) log.scrollTop = atEnd ? log.scrollHeight : place;
  }
  document.addEventListener('scroll', (event) => {
    if (event.target.id !== 'log-text') return;
    place = event.target.scrollTop;
    atEnd = place + event.target.clientHeight >= event.target.scrollHeight - 8;
  }, true);
  document.addEventListener('toggle', (event) => {
    if (!event.target.id.startsWith('table-')) return;
    if (event.target.open) open.add(event.target.id); else open.delete(event.target.id);
  }, true);
  document.addEventListener('DOMContentLoaded', () => {
    showEnd();
    window.jQuery(document).on('pfAjaxComplete', () => {
      showEnd();
      for (const id of open) { const table = document.getElementById(id); if (table) table.open = true; }
    });
  });
})();
