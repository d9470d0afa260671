import type { Language } from '../words';

/** What people write in the two plays: a need that one offer fits well and another one less. */
export const stories = {
  vi: {
    city: { kind: 'UBND tỉnh/thành phố', name: 'Ủy ban nhân dân thành phố Bến Xanh', place: 'da nang' },
    officer: { name: 'Nguyễn Thu Hà', email: 'ha.nguyen@benxanh.example' },
    need: {
      title: { vi: 'Cảnh báo sớm sạt lở đất cho 30 điểm dân cư ven đồi', en: 'Early warning of landslides for 30 hillside settlements' },
      summary: {
        vi: 'Mỗi mùa mưa có khoảng 1.200 hộ ven đồi phải sơ tán gấp. Thành phố cần cảm biến sạt lở và cảnh báo đến từng hộ trước ít nhất hai giờ.',
        en: 'Each rainy season some 1,200 hillside households leave in a hurry. The city wants landslide sensors and a warning at least two hours ahead.',
      },
      domains: ['Môi trường và biến đổi khí hậu', 'An toàn, an ninh'],
      budget: ['4 tỷ', '9 tỷ'],
    },
    remark: 'Hãy nêu cách đo thời gian cảnh báo và mức hiện nay, để các bên đề xuất cùng một đích.',
    mended: 'Hiện nay cảnh báo đến sau 40 phút, đo bằng nhật ký của 30 điểm; thành công là hai giờ ở 9 trên 10 trận mưa lớn.',
    best: {
      person: { name: 'Trần Đức Long', email: 'long.tran@datvung.example' },
      organization: { kind: 'Doanh nghiệp khởi nghiệp', name: 'Công ty cổ phần Đất Vững' },
      offer: {
        title: { vi: 'Mạng cảm biến sạt lở đất và cảnh báo sớm đến từng hộ ven đồi' },
        summary: { vi: 'Cảm biến độ nghiêng và độ ẩm đất, cảnh báo sạt lở qua tin nhắn và loa cho hộ dân ven đồi trước hai đến bốn giờ mùa mưa.' },
        domains: ['Môi trường và biến đổi khí hậu', 'An toàn, an ninh'],
        price: ['3 tỷ', '8 tỷ'],
      },
      proposal: {
        language: 'Tiếng Việt',
        summary: 'Lắp 120 cảm biến ở 30 điểm trong sáu tháng; cảnh báo trước hai giờ ở 9 trên 10 trận mưa lớn.',
        approach: 'Khảo sát một tháng, lắp đặt ba tháng, hiệu chỉnh qua hai trận mưa, bàn giao cho đội trực của thành phố.',
        price: '7 tỷ 500 triệu',
        months: '8',
      },
      verdict: 'Cam kết đo được ở cả 30 điểm và chi phí vận hành thấp nhất.',
    },
    other: {
      person: { name: 'Lê Minh Châu', email: 'chau.le@signify.example' },
      joins: { search: 'signify', name: /Signify/, owner: 'sales@signify.example', ownerLanguage: 'en' as Language },
      offer: {
        title: { vi: 'Cột đèn có loa và camera cho khu dân cư', en: 'Street poles with loudspeakers and cameras' },
        summary: { vi: 'Cột chiếu sáng gắn loa phát thông báo và camera quan sát, điều khiển từ trung tâm.' },
        domains: ['Chiếu sáng thông minh', 'An toàn, an ninh'],
        price: ['6 tỷ', '20 tỷ'],
      },
      proposal: {
        language: 'Tiếng Anh',
        summary: 'Loudspeaker poles at all 30 settlements, driven by the rain radar that the city already has.',
        approach: 'Two months of survey, four months of installation, one rainy season of operation together with the city.',
        price: '8 tỷ 900 triệu',
        months: '12',
      },
      verdict: 'Cảnh báo dựa vào mưa dự báo, không đo chuyển động của đất.',
    },
  },
  en: {
    city: { kind: 'Sở, ban, ngành', name: 'Department of Health of Song Lam City', place: 'nghe an' },
    officer: { name: 'Hoang Mai Anh', email: 'anh.hoang@songlam.example' },
    need: {
      title: { en: 'Shorter waits at the outpatient desks of 12 public hospitals' },
      summary: {
        en: 'Patients wait three hours on average at the outpatient desks of 12 public hospitals. The city wants online booking and queue management that bring it under one hour.',
      },
      domains: ['Y tế', 'Chính quyền số'],
      budget: ['5 billion', '12 billion'],
    },
    remark: 'Please say how waiting time is measured today, so that every bidder aims at the same figure.',
    mended: 'It is measured today from ticket to doctor, by hand, one week a quarter; success is under one hour on 9 of 10 days.',
    best: {
      person: { name: 'Daniel Okafor', email: 'daniel@queueless.example' },
      organization: { kind: 'Doanh nghiệp FDI/nước ngoài', name: 'Queueless Health Ltd' },
      offer: {
        title: { en: 'Online booking and queue management for outpatient desks of hospitals' },
        summary: { en: 'Patients book a slot online or at a kiosk; queue management moves desks to where patients wait. Public hospitals cut outpatient waits to under one hour.' },
        domains: ['Y tế', 'Chính quyền số'],
        price: ['4 billion', '10 billion'],
      },
      proposal: {
        language: 'Tiếng Anh',
        summary: 'Booking and queue management at all 12 hospitals within nine months; waits under one hour on 9 of 10 days.',
        approach: 'Three hospitals first, measured for six weeks, then three a month; staff are trained on their own desks.',
        price: '9 billion',
        months: '9',
      },
      verdict: 'Measured results at comparable hospitals and the shortest time to all 12.',
    },
    other: {
      person: { name: 'Pham Quoc Viet', email: 'viet.pham@cmc.example' },
      joins: { search: 'cmc', name: /CMC/, owner: 'sales@cmc.example', ownerLanguage: 'vi' as Language },
      offer: {
        title: { en: 'A data platform that joins the records of a city’s clinics' },
        summary: { en: 'Joins records of clinics and hospitals in one platform with dashboards for the department.' },
        domains: ['Y tế', 'Dữ liệu và nền tảng dữ liệu'],
        price: ['8 billion', '30 billion'],
      },
      proposal: {
        language: 'Tiếng Việt',
        summary: 'Nền tảng dữ liệu chung cho 12 bệnh viện, làm cơ sở để điều phối bàn khám.',
        approach: 'Kết nối dữ liệu trong bốn tháng, bảng điều phối trong hai tháng, đào tạo tại từng bệnh viện.',
        price: '11 billion 500 million',
        months: '14',
      },
      verdict: 'It joins data first and promises shorter waits only in the second year.',
    },
  },
};

export type Story = (typeof stories)[Language];

/** The subjects of the emails; what they are about comes after. */
export const subjects = {
  vi: {
    welcome: 'Chào mừng đến với i-Forum Smart City',
    membership_requested: '%1 xin tham gia %2',
    membership_approved: 'Bạn đã là thành viên của %1',
    need_sent_back: 'Nhu cầu cần chỉnh sửa: %1',
    need_approved: 'Nhu cầu đã được đăng: %1',
    offer_approved: 'Giải pháp đã được đăng: %1',
    match_introduced: 'Liên minh giới thiệu: %1',
    match_mutual: 'Hai bên đã đồng ý: %1 – %2',
    proposal_receipt: 'Biên nhận đề xuất: %1',
    proposal_received: 'Đã mở 2 đề xuất: %1',
    selected: 'Được chọn: %1',
    notSelected: 'Không được chọn: %1',
  },
  en: {
    welcome: 'Welcome to i-Forum Smart City',
    membership_requested: '%1 asks to join %2',
    membership_approved: 'You belong to %1 now',
    need_sent_back: 'Your need should be changed: %1',
    need_approved: 'Your need is published: %1',
    offer_approved: 'Your offer is published: %1',
    match_introduced: 'The alliance introduces: %1',
    match_mutual: 'Both sides accepted: %1 – %2',
    proposal_receipt: 'Receipt of your proposal: %1',
    proposal_received: '2 proposals opened: %1',
    selected: 'Selected: %1',
    notSelected: 'Not selected: %1',
  },
};
