// Messages and forms: whoever acts hears in the same place how it went.
// Whatever the server says is set as text, never as markup.

import {Refused} from './api.js';

let sessionEnded = () => {};

export const byId = (id) => document.getElementById(id);

export const messageOf = (part) => part.querySelector('.message');

export function whenSessionEnds(act) {
    sessionEnded = act;
}

export function say(place, text, kind = 'success') {
    place.dataset.kind = kind;
    place.textContent = text;
}

/** What fails is said in this place. */
export async function report(place, act) {
    say(place, '');
    try {
        await act();
    } catch (failure) {
        tell(place, failure);
    }
}

/** The same, by a control that cannot be used again meanwhile. */
export async function attempt(place, control, act) {
    control.disabled = true;
    try {
        await report(place, act);
    } finally {
        control.disabled = false;
    }
}

export function tell(place, failure) {
    if (!(failure instanceof Refused)) {
        throw failure;
    }
    if (failure.sessionEnded) {
        sessionEnded(failure.message);
    } else {
        say(place, failure.message, 'error');
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
    const wrong = [...fields].filter((field) => field.dataset.wrong && !isMarkedValid(field));
    if (wrong.length > 0) {
        say(place, wrong[0].dataset.wrong, 'error');
        wrong[0].focus();
    }
    return wrong.length === 0;
}

export function empty(form) {
    form.reset();
    say(messageOf(form), '');
}

export function showBlob(image, blob) {
    const url = URL.createObjectURL(blob);
    image.addEventListener('load', () => URL.revokeObjectURL(url), {once: true});
    image.src = url;
    image.hidden = false;
}

function isMarkedValid(field) {
    const valid = field.validity.valid && !(field.required && field.value.trim() === '');
    field.setAttribute('aria-invalid', String(!valid));
    return valid;
}

document.addEventListener('input', ({target}) => target.removeAttribute('aria-invalid'));

for (const button of document.querySelectorAll('[data-reveals]')) {
    button.addEventListener('click', () => {
        const field = byId(button.dataset.reveals);
        const revealed = field.type === 'password';
        field.type = revealed ? 'text' : 'password';
        button.setAttribute('aria-pressed', String(revealed));
    });
}
