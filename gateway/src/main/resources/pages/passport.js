// The local stack's pages: a plain client of /api/v1.0, as any page of the product is one.
// Whatever the server says is set as text, never as markup.

const API = '/api/v1.0/';
const SESSION_ENDED = '4101';
const SMS_INTERVAL_SECONDS = 60;
const LARGEST_AVATAR_BYTES = 5 * 1024 * 1024;

const byId = (id) => document.getElementById(id);

/* The API: an envelope comes back, or a Refused is thrown. */

class Refused extends Error {
    constructor({errno, errmsg, data}) {
        super(errmsg);
        this.errno = errno;
        this.data = data ?? {};
    }
}

const UNREACHABLE = {errno: '4501', errmsg: '网络异常，请稍后再试'};

async function call(method, path, body) {
    const answer = await fetch(API + path, {method, ...encoded(body)}).catch(() => null);
    return accepted(answer);
}

async function accepted(answer) {
    const envelope = await answer?.json().catch(() => null) ?? UNREACHABLE;
    if (envelope.errno !== '0') {
        throw new Refused(envelope);
    }
    return envelope;
}

function encoded(body) {
    return body === undefined || body instanceof FormData
        ? {body}
        : {body: JSON.stringify(body), headers: {'Content-Type': 'application/json'}};
}

/* Messages and forms: whoever acts hears in the same place how it went. */

function say(place, text, kind = 'success') {
    place.dataset.kind = kind;
    place.textContent = text;
}

async function attempt(place, control, act) {
    say(place, '');
    control.disabled = true;
    try {
        await act();
    } catch (failure) {
        tell(place, failure);
    } finally {
        control.disabled = false;
    }
}

function tell(place, failure) {
    if (!(failure instanceof Refused)) {
        throw failure;
    }
    if (failure.errno === SESSION_ENDED) {
        leave(`${failure.message}，请重新登录`, 'error');
    } else {
        say(place, failure.message, 'error');
    }
}

function onSubmit(form, place, act) {
    form.noValidate = true;
    form.addEventListener('submit', (event) => {
        event.preventDefault();
        if (isComplete(form.elements, place)) {
            attempt(place, event.submitter, () => act(new FormData(form)));
        }
    });
}

function isComplete(fields, place) {
    const wrong = [...fields].filter((field) => field.dataset.wrong && !isMarkedValid(field));
    if (wrong.length > 0) {
        say(place, wrong[0].dataset.wrong, 'error');
        wrong[0].focus();
    }
    return wrong.length === 0;
}

function isMarkedValid(field) {
    const valid = field.validity.valid && !(field.required && field.value.trim() === '');
    field.setAttribute('aria-invalid', String(!valid));
    return valid;
}

const messageOf = (form) => form.querySelector('.message');

document.addEventListener('input', ({target}) => target.removeAttribute('aria-invalid'));

for (const button of document.querySelectorAll('[data-reveals]')) {
    button.addEventListener('click', () => {
        const field = byId(button.dataset.reveals);
        const revealed = field.type === 'password';
        field.type = revealed ? 'text' : 'password';
        button.setAttribute('aria-pressed', String(revealed));
    });
}

/* Who is signed in, and which view is shown. */

const notice = byId('notice');
const views = {login: enterLogin, register: enterRegister, profile: enterProfile};
let signedIn = false;

async function start() {
    const failure = await call('GET', 'session').then(({data}) => welcome(data.name), (refused) => refused);
    showAccountLinks();
    route();
    if (failure && failure.errno !== SESSION_ENDED) {
        say(notice, failure.message, 'error');
    }
}

function route() {
    const wanted = location.hash.replace('#/', '');
    const allowed = signedIn ? ['profile'] : ['login', 'register'];
    go(allowed.includes(wanted) ? wanted : allowed[0]);
}

function go(view) {
    if (location.hash !== `#/${view}`) {
        history.replaceState(null, '', `#/${view}`);
    }
    for (const name of Object.keys(views)) {
        byId(name).hidden = name !== view;
    }
    say(notice, '');
    const title = byId(`${view}-title`);
    document.title = `${title.textContent} · Passport`;
    title.focus();
    views[view]();
}

function welcome(name) {
    signedIn = true;
    byId('greeting').textContent = name;
    showAccountLinks();
}

function leave(text, kind) {
    signedIn = false;
    showAccountLinks();
    go('login');
    say(notice, text, kind);
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

/* Login. */

const loginForm = byId('login-form');

function enterLogin() {
    loginForm.reset();
    say(messageOf(loginForm), '');
}

onSubmit(loginForm, messageOf(loginForm), async (entered) => {
    await call('POST', 'sessions', Object.fromEntries(entered));
    const {data} = await call('GET', 'session');
    welcome(data.name);
    go('profile');
});

/* Registration: a picture's code buys an SMS, whose code buys the account. */

const registerForm = byId('register-form');
const registerMessage = messageOf(registerForm);
const mobileField = byId('register-mobile');
const smsForm = byId('sms-form');
const sendButton = byId('send-sms');
const picture = byId('picture');
let pictureSpent = false;
let countdown = null;

function enterRegister() {
    registerForm.reset();
    stopCountdown();
    attempt(registerMessage, picture, changePicture);
}

async function changePicture() {
    const id = crypto.randomUUID();
    pictureSpent = false;
    const answer = await fetch(`${API}imagecode/${id}`).catch(() => null);
    if (!answer?.headers.get('Content-Type')?.startsWith('image/')) {
        await accepted(answer);
    }
    showBlob(picture.firstElementChild, await answer.blob());
    smsForm.reset();
    smsForm.elements.id.value = id;
}

async function requestSms() {
    let wait = SMS_INTERVAL_SECONDS;
    try {
        const query = new URLSearchParams(new FormData(smsForm));
        const {errmsg} = await call('GET', `smscode/${mobileField.value}?${query}`);
        pictureSpent = true;
        say(registerMessage, errmsg);
        byId('sms-code').focus();
    } catch (failure) {
        wait = failure.data?.retry_after ?? 0;
        await changePicture().catch(() => {}); // what failed first is what matters
        throw failure;
    } finally {
        startCountdown(wait);
    }
}

function startCountdown(seconds) {
    const end = Date.now() + seconds * 1000;
    const tick = () => {
        const left = Math.ceil((end - Date.now()) / 1000);
        if (left > 0) {
            sendButton.textContent = `${left} 秒后可重发`;
        } else {
            stopCountdown();
        }
    };
    sendButton.setAttribute('aria-disabled', 'true');
    countdown = setInterval(tick, 500);
    tick();
}

function stopCountdown() {
    clearInterval(countdown);
    countdown = null;
    sendButton.removeAttribute('aria-disabled');
    sendButton.textContent = '获取短信验证码';
    if (pictureSpent) {
        changePicture().catch((failure) => tell(registerMessage, failure));
    }
}

picture.addEventListener('click', () => attempt(registerMessage, picture, changePicture));
mobileField.addEventListener('input', stopCountdown); // another number need not wait

smsForm.noValidate = true;
smsForm.addEventListener('submit', (event) => {
    event.preventDefault();
    if (countdown === null && isComplete([mobileField, ...smsForm.elements], registerMessage)) {
        attempt(registerMessage, sendButton, requestSms);
    }
});

onSubmit(registerForm, registerMessage, async (entered) => {
    const {data} = await call('POST', 'users', Object.fromEntries(entered));
    welcome(data.name);
    go('profile');
});

/* The profile. */

const avatarForm = byId('avatar-form');
const avatar = byId('avatar');
let avatarUrl = '';

function enterProfile() {
    avatarForm.reset();
    for (const place of byId('profile').querySelectorAll('.message')) {
        say(place, '');
    }
    attempt(notice, byId('logout'), async () => {
        const [user, auth] = await Promise.all([call('GET', 'user'), call('GET', 'user/auth')]);
        showUser(user.data);
        showAuth(auth.data);
    });
}

function showUser(user) {
    byId('mobile').textContent = user.mobile;
    byId('create-time').textContent = user.create_time;
    showName(user.name);
    avatarUrl = user.avatar_url;
    showAvatar();
}

function showName(name) {
    byId('name').textContent = name;
    byId('new-name').value = name;
    byId('greeting').textContent = name;
}

function showAvatar() {
    avatar.hidden = avatarUrl === '';
    avatar.src = avatarUrl;
}

function showAuth({real_name: realName, id_card: idCard}) {
    const verified = realName !== null;
    byId('auth-status').hidden = !verified;
    byId('auth-form').hidden = verified;
    byId('auth-badge').textContent = verified ? '已认证' : '未认证';
    byId('auth-badge').dataset.kind = verified ? 'verified' : 'open';
    byId('real-name').textContent = realName;
    byId('id-card').textContent = idCard;
}

function showBlob(image, blob) {
    const url = URL.createObjectURL(blob);
    image.addEventListener('load', () => URL.revokeObjectURL(url), {once: true});
    image.src = url;
    image.hidden = false;
}

avatar.addEventListener('error', () => { avatar.hidden = true; });

byId('avatar-file').addEventListener('change', ({target}) => {
    const [file] = target.files;
    say(messageOf(avatarForm), '');
    if (file && file.size > LARGEST_AVATAR_BYTES) {
        say(messageOf(avatarForm), '图片不能超过 5 MB', 'error');
        avatarForm.reset();
    } else if (file) {
        avatarForm.querySelector('.choice').hidden = false;
        showBlob(avatar, file);
    }
});

avatarForm.addEventListener('reset', () => {
    avatarForm.querySelector('.choice').hidden = true;
    showAvatar();
});

onSubmit(avatarForm, messageOf(avatarForm), async (entered) => {
    const {data, errmsg} = await call('POST', 'user/avatar', entered);
    avatarUrl = data.avatar_url;
    avatarForm.reset();
    say(messageOf(avatarForm), errmsg);
});

onSubmit(byId('name-form'), messageOf(byId('name-form')), async (entered) => {
    const {data} = await call('PUT', 'user/name', Object.fromEntries(entered));
    showName(data.name);
    say(messageOf(byId('name-form')), '用户名已保存');
});

onSubmit(byId('auth-form'), byId('auth-message'), async (entered) => {
    await call('POST', 'user/auth', Object.fromEntries(entered));
    const {data} = await call('GET', 'user/auth');
    byId('auth-form').reset();
    showAuth(data);
    say(byId('auth-message'), '实名认证成功');
});

addEventListener('hashchange', route);
start();
