// Restarting an entry point; what is asked for first has been answered by then.
(function () {
  'use strict';
  document.addEventListener('click', (event) => {
    const button = event.target.closest('[data-restart]');
    if (!button) return;
    const job = document.getElementById('about').dataset.job;
    window.restartEntry([{name: 'job', value: job}, {name: 'entry', value: button.dataset.restart}]);
  });
})();
