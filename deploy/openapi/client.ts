/** A program that uses the generated client. It is compiled, never run: each line is a promise of gateway/openapi.json. */
import createClient from 'openapi-fetch';
import type { components, paths } from './target/passport';

const api = createClient<paths>({ baseUrl: 'http://localhost:8080', credentials: 'include' });

export async function register(mobile: string, sms_code: string, password: string): Promise<string> {
  const { data: answer } = await api.POST('/api/v1.0/users', { body: { mobile, sms_code, password } });
  if (answer?.errno === '0') {
    // errno tells the type of data
    return answer.data.name;
  }
  throw new Error(answer?.errmsg);
}

export async function secondsToWait(mobile: string, text: string, id: string): Promise<number | undefined> {
  const { data: answer } = await api.POST('/api/v1.0/smscode/{mobile}', {
    params: { path: { mobile } },
    body: { text, id, purpose: 'login' },
  });
  return answer?.errno === '4201' ? answer.data?.retry_after : undefined;
}

export async function verifiedName(): Promise<string | null> {
  const { data: answer } = await api.GET('/api/v1.0/user/auth');
  return answer?.errno === '0' ? answer.data.real_name : null;
}

export async function devices(): Promise<components['schemas']['SessionResponse'][]> {
  const { data: answer } = await api.GET('/api/v1.0/sessions');
  return answer?.errno === '0' ? answer.data : [];
}

export async function upload(picture: Blob): Promise<string | undefined> {
  const { data: answer } = await api.POST('/api/v1.0/user/avatar', {
    // the generator writes string for a binary part
    body: { avatar: picture as unknown as string },
    bodySerializer: () => {
      const form = new FormData();
      form.append('avatar', picture);
      return form;
    },
  });
  return answer?.errno === '0' ? answer.data.avatar_url : undefined;
}

export async function image(image_code_id: string): Promise<Blob | undefined> {
  const { data: picture } = await api.GET('/api/v1.0/imagecode/{image_code_id}', {
    params: { path: { image_code_id } },
    parseAs: 'blob',
  });
  return picture;
}

export async function statuses(): Promise<string | undefined> {
  const { error, response } = await api.DELETE('/api/v1.0/session');
  return response.status === 503 && error?.errno === '4001' ? error.errmsg : undefined;
}

export async function mistakes(): Promise<void> {
  // @ts-expect-error password is required
  await api.POST('/api/v1.0/users', { body: { mobile: '13800000000', sms_code: '123456' } });
  await api.POST('/api/v1.0/smscode/{mobile}', {
    params: { path: { mobile: '13800000000' } },
    // @ts-expect-error there is no such purpose
    body: { text: 'aB3d', id: '0b7e0bd2-7f4b-4a5c-9d8e-2f1c3a4b5d6e', purpose: 'other' },
  });
  const { data: answer } = await api.GET('/api/v1.0/user');
  // @ts-expect-error data is there only when errno is 0
  answer?.data.user_id;
}
