import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';

/** The tasks of the evaluation in words; a new one is shown by its own name. */
export const taskLabels: Record<string, MessageDescriptor> = {
  toronto: msg`Gói thầu của thành phố Toronto → doanh nghiệp trúng thầu`,
  'xquad vi-vi': msg`Câu hỏi tiếng Việt → đoạn văn tiếng Việt`,
  'xquad en-en': msg`Câu hỏi tiếng Anh → đoạn văn tiếng Anh`,
  'xquad vi-en': msg`Câu hỏi tiếng Việt → đoạn văn tiếng Anh`,
  'xquad en-vi': msg`Câu hỏi tiếng Anh → đoạn văn tiếng Việt`,
  'xquad vi-mixed': msg`Câu hỏi tiếng Việt → đoạn văn cả hai thứ tiếng`,
  'xquad en-mixed': msg`Câu hỏi tiếng Anh → đoạn văn cả hai thứ tiếng`,
  'urban noaccent': msg`Từ đô thị gõ không dấu → tên và từ đồng nghĩa tiếng Việt`,
  'urban vi-en': msg`Từ đô thị tiếng Việt → tên và từ đồng nghĩa tiếng Anh`,
  'urban en-vi': msg`Từ đô thị tiếng Anh → tên và từ đồng nghĩa tiếng Việt`,
};
