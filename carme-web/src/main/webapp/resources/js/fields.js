// Says beside a field what is wrong with it: what the server has refused, and before that what the browser knows itself.
(function () {
  'use strict';
  // of several boxes or buttons the first stands for all
  const control = (field) => field && (field.matches('input, select, textarea') ? field : field.querySelector('input, select, textarea'));
  const described = (field) => (field.getAttribute('aria-describedby') || '').split(' ').filter((id) => id);

  function clear(field) {
    const told = document.getElementById(field.id + '-wrong');
    if (!told) return;
    told.remove();
    field.removeAttribute('aria-invalid');
    const others = described(field).filter((id) => id !== told.id);
    if (others.length) field.setAttribute('aria-describedby', others.join(' '));
    else field.removeAttribute('aria-describedby');
  }

  function say(field, text) {
    clear(field);
    const told = document.createElement('p'), icon = document.createElement('i');
    told.id = field.id + '-wrong';
    told.className = 'wrong';
    told.setAttribute('role', 'alert');
    icon.className = 'pi pi-exclamation-circle';
    icon.setAttribute('aria-hidden', 'true');
    told.append(icon, ' ' + text);
    (field.closest('fieldset ul, fieldset table') || field).after(told);
    field.setAttribute('aria-invalid', 'true');
    field.setAttribute('aria-describedby', [...described(field), told.id].join(' '));
  }

  // what the server has refused comes at the top of the page, for those fields that are not here any more
  function take() {
    const told = [...document.querySelectorAll('[data-wrong]')].map((wrong) => ({wrong, field: control(document.getElementById(wrong.dataset.wrong))}));
    const here = told.filter((one) => one.field);
    if (!here.length) return;
    document.querySelectorAll('[aria-invalid="true"]').forEach(clear);
    for (const {wrong, field} of here) {
      say(field, wrong.textContent);
      wrong.remove();
    }
    setTimeout(() => here[0].field.focus());
  }

  function knownWrong(field) {
    const texts = document.getElementById('wrong-fields').dataset;
    if (field.type !== 'number') return texts.time;
    return (field.max ? texts.between : texts.least).replace('{0}', field.min).replace('{1}', field.max);
  }

  document.addEventListener('input', (event) => clear(event.target));
  document.addEventListener('focusout', (event) => {
    const {validity} = event.target;
    // whether an empty field is wrong, the server says when it is sent
    if (validity && !validity.valid && !validity.valueMissing) say(event.target, knownWrong(event.target));
  });
  // what the browser cannot read it would send as if nothing were typed
  document.addEventListener('click', (event) => {
    const button = event.target.closest('button[type=submit], input[type=submit]');
    if (!button || button.formNoValidate) return;
    const unread = [...(button.closest('section, form') || document).querySelectorAll('input')].find((field) => field.validity.badInput);
    if (!unread) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    say(unread, knownWrong(unread));
    unread.focus();
  }, true);
  document.addEventListener('DOMContentLoaded', () => {
    take();
    if (window.jQuery) window.jQuery(document).on('pfAjaxComplete', take);
  });
})();
