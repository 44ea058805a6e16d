// Shows the job's last notice above the page until it is closed or no longer true.
(function () {
  'use strict';
  const SOURCE = new URL('notice', document.currentScript.src), EVERY = 30000, CLOSED = 'carme-notice';
  const bar = document.createElement('div'), text = document.createElement('span'), close = document.createElement('button');
  let shown = '';
  bar.setAttribute('role', 'alert');
  bar.style.cssText = 'position:fixed;z-index:100000;top:8px;left:50%;transform:translateX(-50%);max-width:90%;display:none;'
    + 'gap:16px;align-items:center;padding:10px 16px;border-radius:8px;background:#7a4b00;color:#fff;'
    + 'font:600 14px/1.4 system-ui,sans-serif;box-shadow:0 4px 16px rgba(0,0,0,.3)';
  close.textContent = '✕';
  close.setAttribute('aria-label', 'Close');
  close.style.cssText = 'border:0;background:none;color:inherit;font:inherit;cursor:pointer;padding:4px 8px';
  close.addEventListener('click', () => {
    sessionStorage.setItem(CLOSED, shown);
    bar.style.display = 'none';
  });
  bar.append(text, close);

  async function look() {
    try {
      const answer = await fetch(SOURCE);
      const told = answer.ok ? await answer.json() : {};
      shown = String(told.at);
      text.textContent = told.text || '';
      bar.style.display = told.text && sessionStorage.getItem(CLOSED) !== shown ? 'flex' : 'none';
    } catch (lost) {
      console.debug('No notice of the job: ' + lost);
    }
    setTimeout(look, EVERY);
  }

  document.addEventListener('DOMContentLoaded', () => document.body.append(bar));
  if (document.body) document.body.append(bar);
  look();
})();
