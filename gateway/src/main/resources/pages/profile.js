// The profile: avatar, name, real-name verification.

import {call} from './api.js';
import {byId, messageOf, onSubmit, report, showMessage, showBlob} from './forms.js';

const LARGEST_AVATAR_BYTES = 5 * 1024 * 1024;

const profile = byId('profile');
const avatarForm = byId('avatar-form');
const nameForm = byId('name-form');
const authForm = byId('auth-form');
const authMessage = byId('auth-message');
const avatar = byId('avatar');
let avatarUrl = '';

export function enterProfile() {
    avatarForm.reset();
    for (const place of profile.querySelectorAll('.message')) {
        showMessage(place, '');
    }
    report(byId('notice'), async () => {
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
    authForm.hidden = verified;
    byId('auth-badge').textContent = verified ? '已认证' : '未认证';
    byId('auth-badge').dataset.kind = verified ? 'verified' : 'open';
    byId('real-name').textContent = realName;
    byId('id-card').textContent = idCard;
}

avatar.addEventListener('error', () => { avatar.hidden = true; });

byId('avatar-file').addEventListener('change', ({target}) => {
    const [file] = target.files;
    showMessage(messageOf(avatarForm), '');
    if (file && file.size > LARGEST_AVATAR_BYTES) {
        showMessage(messageOf(avatarForm), '图片不能超过 5 MB', 'error');
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

onSubmit(avatarForm, async (entered) => {
    const {data, errmsg} = await call('POST', 'user/avatar', entered);
    avatarUrl = data.avatar_url;
    avatarForm.reset();
    showMessage(messageOf(avatarForm), errmsg);
});

onSubmit(nameForm, async (entered) => {
    const {data} = await call('PUT', 'user/name', Object.fromEntries(entered));
    showName(data.name);
    showMessage(messageOf(nameForm), '用户名已保存');
});

onSubmit(authForm, async (entered) => {
    await call('POST', 'user/auth', Object.fromEntries(entered));
    const {data} = await call('GET', 'user/auth');
    authForm.reset();
    showAuth(data);
    showMessage(authMessage, '实名认证成功');
}, authMessage);
