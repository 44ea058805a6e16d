// The live connection: says since when it is lost, tries for as long as it takes, and catches up.
(function () {
  'use strict';
  const PATIENCE = 2000, AGAIN = 30000, ASLEEP = 150000;
  const ALL = ['jobs', 'cluster', 'utilisation', 'use', 'log', 'maintenance', 'news', 'messages', 'system', 'session'];
  let lostAt = 0, timer = 0;
  const note = () => document.getElementById('push-lost');
  const catchUp = () => ALL.forEach(window.carmeChanged);

  // a refresh did not reach the portal: nobody would ask again before the next change
  window.carmeMissed = catchUp;

  window.carmeLost = function () {
    if (lostAt) return;
    lostAt = Date.now();
    timer = setTimeout(() => {
      note().querySelector('time').dataset.time = String(lostAt);
      note().hidden = false;
    }, PATIENCE);
  };

  // Faces gives up after three minutes, and at once where it has never been connected or the session has ended
  window.carmeGivenUp = function (code, channel) {
    if (channel === 'changes') window.carmeLost();
    window.carmeChanged('session');
    setTimeout(() => window.faces.push.open(document.querySelector('script[id$=":' + channel + '"]').id), AGAIN);
  };

  // that it is connected again Faces tells nobody: the server does
  document.addEventListener('carme', (event) => {
    if (event.detail !== 'connected' || !lostAt) return;
    clearTimeout(timer);
    lostAt = 0;
    note().hidden = true;
    catchUp();
  });

  // a machine that slept may have lost what was sent to it, and does not know
  let awakeAt = Date.now();
  setInterval(() => {
    if (Date.now() - awakeAt > ASLEEP) catchUp();
    awakeAt = Date.now();
  }, 10000);
})();
