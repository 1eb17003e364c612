import { beforeEach, expect, it, vi } from 'vitest';

const saved: string[] = [];
vi.stubGlobal('document', {
  createElement: () => ({
    href: '',
    download: '',
    click() {
      saved.push(`${this.href} as ${this.download}`);
    },
  }),
});
const { discardPicture, pictureStore, savePicture } = await import('./pictures.ts');

let made = 0;
const revoked: string[] = [];
vi.spyOn(URL, 'createObjectURL').mockImplementation(() => {
  made += 1;
  return `blob:${made}`;
});
vi.spyOn(URL, 'revokeObjectURL').mockImplementation((url) => {
  revoked.push(url);
});

const draw = async () => new Blob(['<svg/>']);
const shown = () => pictureStore.getState().pictures;

beforeEach(() => {
  for (const { captureId } of shown()) discardPicture(captureId);
  made = 0;
  saved.length = 0;
  revoked.length = 0;
});

it('a picture is saved under its name, and its address kept', async () => {
  await savePicture('c', 'lamp ladder.svg', draw);
  expect(saved).toEqual(['blob:1 as lamp ladder.svg']);
  expect(shown()).toEqual([
    { captureId: 'c', name: 'lamp ladder.svg', drawn: { url: 'blob:1', size: 6 } },
  ]);
  expect(revoked).toEqual([]);
});

it('a picture takes the place of the last one of its capture, whose memory is freed', async () => {
  await savePicture('c', 'one.svg', draw);
  await savePicture('other', 'other.svg', draw);
  await savePicture('c', 'two.png', draw);
  expect(shown().map(({ name }) => name)).toEqual(['other.svg', 'two.png']);
  expect(revoked).toEqual(['blob:1']);
  discardPicture('c');
  expect(shown().map(({ name }) => name)).toEqual(['other.svg']);
  expect(revoked).toEqual(['blob:1', 'blob:3']);
});

it('a picture that could not be drawn says why, and nothing is saved', async () => {
  await savePicture('c', 'one.png', () => Promise.reject(new Error('the browser drew no image')));
  expect(shown()).toMatchObject([{ drawn: { failure: 'the browser drew no image' } }]);
  expect(saved).toEqual([]);
});
