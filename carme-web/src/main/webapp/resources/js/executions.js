// An execution of a batch job: shown anew when something of it has changed, and from time to time while it runs on another
// portal, which tells this one nothing.
(function () {
  'use strict';
  const EVERY = 3000, SOON = 250;
  const QUIETLY = {name: 'carme.background', value: 'true'};
  const about = () => document.getElementById('about');
  let timer = 0;

  function refresh() {
    timer = 0;
    if (!document.hidden && window.refreshExecution && !document.querySelector('dialog[open]')) window.refreshExecution([QUIETLY]);
  }
  function soon() {
    if (!timer) timer = setTimeout(refresh, SOON);
  }

  document.addEventListener('carme', (event) => {
    if (about() && event.detail === 'batch-' + about().dataset.execution) soon();
  });
  setInterval(() => { if (about() && about().dataset.going === 'true') soon(); }, EVERY);

  // what is shown anew keeps its place: the log where it was read, or at its end
  let atEnd = true, place = 0;
  function showEnd() {
    const log = document.getElementById('log-text');
    if (log) log.scrollTop = atEnd ? log.scrollHeight : place;
  }
  document.addEventListener('scroll', (event) => {
    if (event.target.id !== 'log-text') return;
    place = event.target.scrollTop;
    atEnd = place + event.target.clientHeight >= event.target.scrollHeight - 8;
  }, true);
  document.addEventListener('DOMContentLoaded', () => {
    showEnd();
    window.jQuery(document).on('pfAjaxComplete', showEnd);
  });
})();
