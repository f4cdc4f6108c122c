// Account security: password, mobile, and the devices that are signed in.

import {call} from './api.js';
import {attempt, byId, empty, messageOf, onSubmit, report, showMessage} from './forms.js';
import {SmsFields} from './sms-fields.js';

const passwordForm = byId('password-form');
const mobileForm = byId('mobile-form');
const newMobile = new SmsFields(mobileForm);
const sessions = byId('sessions');
const sessionsMessage = byId('sessions-message');
const endOthers = byId('end-others');

export function enterSecurity() {
    empty(passwordForm);
    newMobile.enter();
    report(sessionsMessage, showSessions);
}

async function showSessions() {
    const {data} = await call('GET', 'sessions');
    sessions.replaceChildren(...data.map(itemOf));
    endOthers.hidden = data.length < 2;
}

function itemOf(session) {
    const item = byId('session-item').content.cloneNode(true);
    const end = item.querySelector('button');
    const [address, created, seen] = item.querySelectorAll('.hint span');
    item.querySelector('.device').firstElementChild.textContent = session.device;
    item.querySelector('.badge').hidden = !session.current;
    address.textContent = session.address;
    created.textContent = `${session.created_at} 登录`;
    seen.textContent = `${session.last_seen_at} 活跃`;
    end.hidden = session.current;
    end.setAttribute('aria-label', `结束 ${session.device} 的登录`);
    end.addEventListener('click', () => endBy(end, `sessions/${session.id}`, '已结束该设备的登录'));
    return item;
}

/** Moves the focus to the heading, because the pressed button is removed with its device. */
function endBy(button, path, text) {
    return attempt(sessionsMessage, button, async () => {
        await call('DELETE', path);
        await showSessions();
        showMessage(sessionsMessage, text);
        byId('sessions-title').focus();
    });
}

endOthers.addEventListener('click', () => endBy(endOthers, 'sessions/others', '已结束其他所有登录'));

onSubmit(passwordForm, async (entered) => {
    await call('PUT', 'user/password', Object.fromEntries(entered));
    passwordForm.reset();
    showMessage(messageOf(passwordForm), '密码已修改，其他设备已退出登录');
    await showSessions();
});

onSubmit(mobileForm, async (entered) => {
    const {data: changed} = await call('PUT', 'user/mobile', Object.fromEntries(entered));
    newMobile.enter();
    showMessage(messageOf(mobileForm), `手机号已更换为 ${changed.mobile}`);
    const {data} = await call('GET', 'session');
    byId('greeting').textContent = data.name;
});
