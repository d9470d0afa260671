import { expect, it } from 'vitest';
import { tellingWords } from './similar';

it('leaves out what many names share', () => {
  expect(tellingWords('Công ty Cảm biến Sông Cấm (minh họa)')).toBe('Cảm biến Sông');
  expect(tellingWords('Ủy ban nhân dân thành phố Hải Phòng')).toBe('Hải Phòng');
  expect(tellingWords('Sở Xây dựng')).toBe('Xây dựng');
});

it('keeps a name of common words only', () => {
  expect(tellingWords('Viện nghiên cứu')).toBe('Viện nghiên cứu');
});
