// Calls the API: returns the envelope, or throws an ApiError.

const API = '/api/v1.0/';
const SESSION_ENDED = '4101';
const TIMEOUT_MS = 16_000; // longer than the gateway's own timeouts, with its retries
const UPLOAD_TIMEOUT_MS = 90_000;
const OTHER_USER = '4105';
const UNREACHABLE = {errno: '4501', errmsg: '网络异常，请稍后再试'};

let shownUser = null;

/** From here on each request names this user; the server rejects it when another one is signed in. Null for a guest. */
export function actAs(userId) {
    shownUser = userId;
}

export class ApiError extends Error {
    constructor({errno, errmsg, data}) {
        super(errmsg);
        this.data = data ?? {};
        this.sessionEnded = errno === SESSION_ENDED;
        this.otherUser = errno === OTHER_USER;
    }
}

export async function call(method, path, body) {
    return accepted(await send(method, path, body));
}

/** Fetches the picture of an image code. */
export async function pictureOf(id) {
    const answer = await send('GET', `imagecode/${id}`);
    if (!answer?.headers.get('Content-Type')?.startsWith('image/')) {
        await accepted(answer);
    }
    return answer.blob();
}

function send(method, path, body) {
    const signal = AbortSignal.timeout(body instanceof FormData ? UPLOAD_TIMEOUT_MS : TIMEOUT_MS);
    return fetch(API + path, {method, body: encoded(body), headers: headersOf(body), signal}).catch(() => null);
}

async function accepted(answer) {
    const envelope = await answer?.json().catch(() => null) ?? UNREACHABLE;
    if (envelope.errno !== '0') {
        throw new ApiError(envelope);
    }
    return envelope;
}

function encoded(body) {
    return body === undefined || body instanceof FormData
        ? body
        : JSON.stringify(body);
}

function headersOf(body) {
    return {
        ...(shownUser === null ? {} : {'X-Passport-User': String(shownUser)}),
        ...(body === undefined || body instanceof FormData ? {} : {'Content-Type': 'application/json'}),
    };
}
