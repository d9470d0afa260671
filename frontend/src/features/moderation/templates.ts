import type { Rule } from '@/i18n/rules';

/** Why something is sent back. The reader is the owner, whose language may not be the moderator's: always both. */
export const templates: Partial<Record<Rule, { vi: string; en: string }>> = {
  UNCLEAR_OUTCOME: {
    vi: 'Kết quả mong muốn chưa rõ. Hãy nêu chỉ số đo được và mức hiện nay, thay cho tên sản phẩm cần mua.',
    en: 'The result wanted is not clear yet. Please give a measurable indicator and its present value instead of a product to be bought.',
  },
  DUPLICATE: {
    vi: 'Nội dung này trùng với một tin đã đăng. Hãy bổ sung vào tin đó hoặc nói rõ điểm khác.',
    en: 'This repeats something already published. Please add to that posting, or say what is different.',
  },
  OFF_TOPIC: {
    vi: 'Nội dung chưa thuộc phạm vi đô thị thông minh của diễn đàn. Hãy nêu rõ mối liên hệ với đô thị hoặc chọn lĩnh vực phù hợp.',
    en: 'This is not within the smart-city scope of the forum yet. Please say how it concerns a city, or choose a fitting domain.',
  },
  ADVERTISING: {
    vi: 'Nội dung mang tính quảng cáo. Hãy thay lời khen bằng số liệu, phạm vi và dự án tham chiếu.',
    en: 'The text reads as advertising. Please replace praise with figures, scope and references.',
  },
  PERSONAL_DATA: {
    vi: 'Nội dung có dữ liệu cá nhân (họ tên, số điện thoại, thư điện tử). Hãy bỏ đi; đầu mối chỉ hiện sau khi hai bên đồng ý kết nối.',
    en: 'The text contains personal data (names, telephone numbers, e-mail). Please remove it; contacts are shown only after both sides have accepted.',
  },
  CONFLICT: {
    vi: 'Hai bên có quan hệ sở hữu, nhân sự hoặc lợi ích chung, nên không thể giới thiệu qua diễn đàn.',
    en: 'The two sides share ownership, people or interests, and cannot be introduced through the forum.',
  },
  MISLEADING: {
    vi: 'Nội dung sai sự thật hoặc dễ gây hiểu lầm. Hãy nêu nguồn kiểm chứng được hoặc bỏ phần này.',
    en: 'This is false or misleading. Please name a source that can be checked, or leave this part out.',
  },
  IMPERSONATION: {
    vi: 'Chưa thấy người gửi được giao đại diện cho tổ chức hoặc cá nhân nêu trong nội dung. Hãy gửi giấy tờ giao việc hoặc dùng đúng tên của mình.',
    en: 'It is not shown that the sender may speak for the organisation or person named here. Please send the mandate, or use your own name.',
  },
  UNLAWFUL: {
    vi: 'Nội dung trái với quy định pháp luật: (nêu văn bản, điều khoản).',
    en: 'This is against the law: (name the document and the article).',
  },
  ABUSE: {
    vi: 'Nội dung xúc phạm, đe dọa hoặc gây hại cho người khác, nên không được hiện trên diễn đàn.',
    en: 'This insults, threatens or harms others, and is not shown on the forum.',
  },
};
