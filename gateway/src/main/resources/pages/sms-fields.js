// The image code allows one SMS to the mobile in the same form. The SMS code is valid only for the purpose of the form.

import {call, pictureOf} from './api.js';
import {attempt, byId, empty, isComplete, messageOf, showMessage, showBlob, showFailure} from './forms.js';

const INTERVAL_SECONDS = 60;
const REFERRING = ['id', 'for', 'form', 'aria-describedby'];

export class SmsFields {
    #form;
    #purpose;
    #request;
    #picture;
    #button;
    #pictureSpent = false;
    #countdown = null;

    constructor(form) {
        const place = form.querySelector('[data-purpose]');
        const fields = byId('sms-fields').content.cloneNode(true);
        this.#form = form;
        this.#purpose = place.dataset.purpose;
        this.#request = fields.querySelector('form');
        this.#picture = fields.querySelector('.picture');
        this.#button = fields.querySelector('[type=submit]');
        makeUnique(fields, this.#purpose);
        form.after(this.#request); // a form cannot stand in another
        place.replaceWith(fields);
        this.#listen();
    }

    /** Resets the fields and fetches a new picture. */
    enter() {
        empty(this.#form);
        this.#stopCountdown();
        this.#changePictureAsAsked();
    }

    get #message() {
        return messageOf(this.#form);
    }

    #listen() {
        const {mobile} = this.#form.elements;
        mobile.addEventListener('input', () => this.#stopCountdown()); // another number need not wait
        this.#picture.addEventListener('click', () => this.#changePictureAsAsked());
        this.#request.noValidate = true;
        this.#request.addEventListener('submit', (event) => {
            event.preventDefault();
            if (this.#countdown === null && isComplete([mobile, ...this.#request.elements], this.#message)) {
                attempt(this.#message, this.#button, () => this.#send(mobile.value));
            }
        });
    }

    async #send(mobile) {
        let wait = INTERVAL_SECONDS;
        try {
            const read = Object.fromEntries(new FormData(this.#request));
            const {errmsg} = await call('POST', `smscode/${mobile}`, {...read, purpose: this.#purpose});
            this.#pictureSpent = true;
            showMessage(this.#message, errmsg);
            this.#form.elements.sms_code.focus();
        } catch (failure) {
            wait = failure.data?.retry_after ?? 0;
            await this.#changePicture().catch(() => {}); // what failed first is what matters
            throw failure;
        } finally {
            this.#startCountdown(wait);
        }
    }

    #changePictureAsAsked() {
        return attempt(this.#message, this.#picture, () => this.#changePicture());
    }

    async #changePicture() {
        const id = crypto.randomUUID();
        this.#pictureSpent = false;
        showBlob(this.#picture.firstElementChild, await pictureOf(id));
        this.#request.reset();
        this.#request.elements.id.value = id;
    }

    #startCountdown(seconds) {
        const end = Date.now() + seconds * 1000;
        const tick = () => {
            const left = Math.ceil((end - Date.now()) / 1000);
            if (left > 0) {
                this.#button.textContent = `${left} 秒后可重发`;
            } else {
                this.#stopCountdown();
            }
        };
        this.#stopTicking();
        this.#button.setAttribute('aria-disabled', 'true');
        this.#countdown = setInterval(tick, 500);
        tick();
    }

    #stopTicking() {
        clearInterval(this.#countdown);
        this.#countdown = null;
    }

    #stopCountdown() {
        this.#stopTicking();
        this.#button.removeAttribute('aria-disabled');
        this.#button.textContent = '获取短信验证码';
        if (this.#pictureSpent) {
            this.#changePicture().catch((failure) => showFailure(this.#message, failure));
        }
    }
}

function makeUnique(fields, prefix) {
    for (const name of REFERRING) {
        for (const part of fields.querySelectorAll(`[${name}]`)) {
            part.setAttribute(name, `${prefix}-${part.getAttribute(name)}`);
        }
    }
}
