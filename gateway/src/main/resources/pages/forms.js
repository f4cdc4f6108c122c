// Messages and forms: the result of an action is shown in the form that started it.
// Texts from the server are set as text, never as markup.

import {ApiError} from './api.js';

let sessionEnded = () => {};

export const byId = (id) => document.getElementById(id);

export const messageOf = (part) => part.querySelector('.message');

export function whenSessionEnds(act) {
    sessionEnded = act;
}

export function showMessage(place, text, kind = 'success') {
    place.dataset.kind = kind;
    place.textContent = text;
}

/** Runs an action and shows its failure in this place. */
export async function report(place, act) {
    showMessage(place, '');
    try {
        await act();
    } catch (failure) {
        showFailure(place, failure);
    }
}

/** The same, and disables the control while the action runs. */
export async function attempt(place, control, act) {
    control.disabled = true;
    try {
        await report(place, act);
    } finally {
        control.disabled = false;
    }
}

export function showFailure(place, failure) {
    if (!(failure instanceof ApiError)) {
        throw failure;
    }
    if (failure.sessionEnded) {
        sessionEnded(failure.message);
    } else {
        showMessage(place, failure.message, 'error');
    }
}

export function onSubmit(form, act, place = messageOf(form)) {
    form.noValidate = true;
    form.addEventListener('submit', (event) => {
        event.preventDefault();
        if (isComplete(form.elements, place)) {
            attempt(place, event.submitter, () => act(new FormData(form)));
        }
    });
}

export function isComplete(fields, place) {
    [...fields].forEach(normalise);
    const wrong = [...fields].filter((field) => field.dataset.wrong && !isMarkedValid(field));
    if (wrong.length > 0) {
        showMessage(place, wrong[0].dataset.wrong, 'error');
        wrong[0].focus();
    }
    return wrong.length === 0;
}

export function empty(form) {
    form.reset();
    showMessage(messageOf(form), '');
}

export function showBlob(image, blob) {
    const url = URL.createObjectURL(blob);
    image.addEventListener('load', () => URL.revokeObjectURL(url), {once: true});
    image.src = url;
    image.hidden = false;
}

/** Numbers and codes are pasted with spaces, hyphens, full-width digits, invisible characters or a country code. */
function normalise(field) {
    if (['mobile', 'sms_code', 'id_card'].includes(field.name)) {
        const plain = field.value.normalize('NFKC').replace(/[\s\p{Cf}-]/gu, '').replace(/^(\+|00)86(?=1)/, '');
        if (plain !== field.value) {
            field.value = plain;
        }
    }
}

/** Masks all passwords again. */
function hidePasswords() {
    for (const button of document.querySelectorAll('[data-reveals]')) {
        byId(button.dataset.reveals).type = 'password';
        button.setAttribute('aria-pressed', 'false');
    }
}

function isMarkedValid(field) {
    const valid = field.validity.valid && !(field.required && field.value.trim() === '');
    field.setAttribute('aria-invalid', String(!valid));
    return valid;
}

document.addEventListener('submit', hidePasswords);
document.addEventListener('reset', hidePasswords);
document.addEventListener('visibilitychange', hidePasswords);
document.addEventListener('change', ({target}) => normalise(target));
document.addEventListener('input', ({target}) => target.removeAttribute('aria-invalid'));

for (const button of document.querySelectorAll('[data-reveals]')) {
    button.addEventListener('click', () => {
        const field = byId(button.dataset.reveals);
        const revealed = field.type === 'password';
        field.type = revealed ? 'text' : 'password';
        button.setAttribute('aria-pressed', String(revealed));
    });
}
