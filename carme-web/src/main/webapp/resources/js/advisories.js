// While a check runs, its card follows.
(function () {
  'use strict';
  setInterval(() => {
    const state = document.getElementById('check-state');
    if (!document.hidden && state && state.dataset.running === 'true') window.carmeChanged('system');
  }, 2000);
})();
