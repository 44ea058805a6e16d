// Notifications of the browser before jobs end, for whoever has allowed them on a job's page.
(function () {
  'use strict';
  const STEPS = [2, 10, 30];
  const KEPT = 'carme-notices';

  function said() {
    try { return JSON.parse(localStorage.getItem(KEPT)) || []; } catch (broken) { return []; }
  }

  function offer() {
    const button = document.getElementById('notify');
    if (button) button.hidden = !('Notification' in window) || Notification.permission !== 'default';
  }

  // several tabs may be open: what one of them has said the others leave out
  function look() {
    if (!('Notification' in window) || Notification.permission !== 'granted') return;
    for (const time of document.querySelectorAll('time[data-notice]')) {
      const end = Number(time.dataset.left);
      const left = (end - Date.now()) / 60000;
      const step = STEPS.find((minutes) => left > 0 && left <= minutes);
      const key = end + '/' + time.dataset.notice + '/' + step;
      if (!step || said().includes(key)) continue;
      localStorage.setItem(KEPT, JSON.stringify([...said(), key].slice(-100)));
      const when = new Intl.RelativeTimeFormat(document.documentElement.lang).format(Math.ceil(left), 'minute');
      new Notification(time.dataset.notice, {body: time.dataset.noticeText.replace('{0}', when), tag: key});
    }
  }

  document.addEventListener('click', (event) => {
    if (event.target.closest('#notify')) Notification.requestPermission().then(() => { offer(); look(); });
  });
  document.addEventListener('DOMContentLoaded', () => { offer(); look(); setInterval(look, 10000); });
})();
