// A build's own page: its steps follow while somebody looks at them.
(function () {
  'use strict';
  const EVERY = 2000;
  const about = () => document.getElementById('about');

  // what is typed for a promotion, or has the focus, is left alone; an ended job changes no more
  setInterval(() => {
    if (document.hidden || !about() || about().dataset.active !== 'true') return;
    window.carmeChanged('jobs');
  }, EVERY);
})();
