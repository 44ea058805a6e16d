// Shows while somebody types which rules his new password keeps; the server checks them again.
(function () {
  'use strict';
  const classes = [/\p{Ll}/u, /\p{Lu}/u, /\p{Nd}/u, /[^\p{Ll}\p{Lu}\p{Nd}]/u];
  const rules = {
    length: (next, rule) => [...next].length >= Number(rule.dataset.least),
    classes: (next, rule) => classes.filter((kind) => kind.test(next)).length >= Number(rule.dataset.least),
    name: (next, rule) => next !== '' && !next.toLowerCase().includes(rule.dataset.name),
    again: (next) => next !== '' && next === document.getElementById('again').value
  };

  function paint() {
    const texts = document.getElementById('rules').dataset;
    const next = document.getElementById('next').value;
    for (const rule of document.querySelectorAll('[data-rule]')) {
      const met = rules[rule.dataset.rule](next, rule);
      rule.classList.toggle('met', met);
      rule.querySelector('i').className = met ? 'pi pi-check-circle' : 'pi pi-circle';
      rule.querySelector('.rule-state').textContent = met ? texts.met : texts.open;
    }
  }

  document.addEventListener('input', (event) => { if (event.target.closest('.password')) paint(); });
  paint();
})();
