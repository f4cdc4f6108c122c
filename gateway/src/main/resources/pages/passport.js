// The pages of the local stack: a client of /api/v1.0 like any other.
// This file: who is signed in, which view is shown, and sign-in.

import {actAs, call} from './api.js';
import {attempt, byId, empty, onSubmit, showMessage, whenSessionEnds} from './forms.js';
import {enterProfile} from './profile.js';
import {enterSecurity} from './security.js';
import {SmsFields} from './sms-fields.js';

const notice = byId('notice');
const loginForm = byId('login-form');
const smsLoginForm = byId('sms-login-form');
const registerForm = byId('register-form');
const resetForm = byId('reset-form');
const smsLogin = new SmsFields(smsLoginForm);
const registration = new SmsFields(registerForm);
const reset = new SmsFields(resetForm);

const guestViews = {
    'login': () => empty(loginForm),
    'sms-login': () => smsLogin.enter(),
    'register': () => registration.enter(),
    'reset': () => reset.enter(),
};
const userViews = {
    'profile': enterProfile,
    'security': enterSecurity,
};
const views = {...guestViews, ...userViews};
let signedIn = false;

async function start() {
    showMessage(notice, '正在加载…');
    const failure = await call('GET', 'session').then(({data}) => welcome(data), (refused) => refused);
    showAccountLinks();
    route();
    if (failure && !failure.sessionEnded) {
        showMessage(notice, failure.message, 'error');
    }
}

function route() {
    const wanted = location.hash.replace('#/', '');
    const allowed = Object.keys(signedIn ? userViews : guestViews);
    go(allowed.includes(wanted) ? wanted : allowed[0]);
}

function go(view) {
    if (location.hash !== `#/${view}`) {
        history.replaceState(null, '', `#/${view}`);
    }
    for (const name of Object.keys(views)) {
        byId(name).hidden = name !== view;
    }
    showMessage(notice, '');
    const title = byId(`${view}-title`);
    document.title = `${title.textContent} · Passport`;
    title.focus();
    views[view]();
}

function welcome(user) {
    signedIn = true;
    actAs(user.user_id);
    byId('greeting').textContent = user.name;
    showAccountLinks();
}

function leave(text, kind) {
    signedIn = false;
    actAs(null);
    showAccountLinks();
    go('login');
    showMessage(notice, text, kind);
}

function showAccountLinks() {
    for (const part of document.querySelectorAll('[data-for]')) {
        part.hidden = (part.dataset.for === 'user') !== signedIn;
    }
}

byId('logout').addEventListener('click', () =>
    attempt(notice, byId('logout'), async () => {
        await call('DELETE', 'session');
        leave('已退出登录');
    }));

whenSessionEnds((text) => leave(`${text}，请重新登录`, 'error'));

/** Signs in by password or by SMS code: the same operation with the fields of the form. */
async function signIn(entered) {
    await call('POST', 'sessions', Object.fromEntries(entered));
    const {data} = await call('GET', 'session');
    welcome(data);
    go('profile');
}

onSubmit(loginForm, signIn);
onSubmit(smsLoginForm, signIn);

onSubmit(registerForm, async (entered) => {
    const {data} = await call('POST', 'users', Object.fromEntries(entered));
    welcome(data);
    go('profile');
});

onSubmit(resetForm, async (entered) => {
    await call('POST', 'passwords', Object.fromEntries(entered));
    go('login');
    showMessage(notice, '密码已重置，请使用新密码登录');
});

/** Another tab may have signed out, or signed in another user: a page that comes back looks. */
async function checkUser() {
    if (signedIn && !document.hidden) {
        const failure = await call('GET', 'session').then(() => null, (refused) => refused);
        if (failure?.sessionEnded || failure?.otherUser) {
            location.reload();
        }
    }
}

document.addEventListener('visibilitychange', checkUser);
addEventListener('pageshow', ({persisted}) => persisted && checkUser());
addEventListener('hashchange', route);
start();
