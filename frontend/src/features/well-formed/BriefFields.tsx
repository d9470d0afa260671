import { Trans, useLingui } from '@lingui/react/macro';
import { use } from 'react';
import { useFieldArray, useFormContext } from 'react-hook-form';
import { BilingualFields, MessagesContext } from '@/features/editing';
import { budgetSourceLabels } from '@/i18n/wellFormedLabels';
import { valuesOf } from '@/i18n/labels';
import { Button } from '@/ui/Button';
import { SelectField, TextField } from '@/ui/Field';
import { Row, Soft } from '@/ui/Panel';
import { emptyDocument, emptyIndicator } from './brief';
import styles from './WellFormed.module.css';

const most = 10;

interface Form {
  content: { brief: { indicators: (typeof emptyIndicator)[]; legalBasis: (typeof emptyDocument)[] } };
}

/** What a need says beside its texts; nothing of it has to be filled in. */
export function BriefFields() {
  const { i18n, t } = useLingui();
  const { register } = useFormContext();
  const messageOf = use(MessagesContext);
  return (
    <>
      <BilingualFields
        name="content.brief.affected"
        size="medium"
        label={<Trans>Ai đang chịu ảnh hưởng</Trans>}
        hint={<Trans>Nhóm người nào, khoảng bao nhiêu người. Không nêu tên ai.</Trans>}
      />
      <BilingualFields
        name="content.brief.tried"
        size="medium"
        label={<Trans>Đã thử những gì</Trans>}
        hint={<Trans>Cách đã làm, kết quả, vì sao chưa đủ.</Trans>}
      />
      <BilingualFields
        name="content.brief.constraints"
        size="medium"
        label={<Trans>Ràng buộc</Trans>}
        hint={<Trans>Hệ thống và dữ liệu sẵn có, an toàn thông tin, thời gian, điều không được làm.</Trans>}
      />
      <Indicators />
      <SelectField
        id="content.brief.budgetSource"
        optional
        label={<Trans>Nguồn kinh phí</Trans>}
        error={messageOf('content.brief.budgetSource')}
        {...register('content.brief.budgetSource')}
      >
        <option value="">{t`Chưa chọn`}</option>
        {valuesOf(budgetSourceLabels).map((value) => (
          <option key={value} value={value}>
            {i18n._(budgetSourceLabels[value])}
          </option>
        ))}
      </SelectField>
      <TextField
        id="content.brief.scheme"
        optional
        label={<Trans>Thuộc đề án, kế hoạch</Trans>}
        hint={<Trans>Tên đề án đô thị thông minh hoặc kế hoạch của địa phương.</Trans>}
        error={messageOf('content.brief.scheme')}
        {...register('content.brief.scheme')}
      />
      <Documents />
      <BilingualFields
        name="content.brief.proposalContent"
        size="medium"
        label={<Trans>Đề xuất phải có những gì</Trans>}
        hint={<Trans>Chẳng hạn: cách làm, kế hoạch, giá theo từng phần, địa phương đã triển khai.</Trans>}
      />
      <SelectField
        id="content.brief.consultationDays"
        optional
        label={<Trans>Tham vấn thị trường trước khi nhận đề xuất</Trans>}
        hint={<Trans>Nhu cầu hiện công khai, doanh nghiệp góp ý, cơ quan trả lời và sửa nhu cầu, rồi mở nhận đề xuất. Đã công bố thì thời gian này không đổi.</Trans>}
        error={messageOf('content.brief.consultationDays')}
        {...register('content.brief.consultationDays')}
      >
        <option value="">{t`Không tham vấn, nhận đề xuất ngay`}</option>
        {[7, 14, 21, 30, 45, 60].map((days) => (
          <option key={days} value={days}>{t`${days} ngày`}</option>
        ))}
      </SelectField>
      <fieldset className={styles['entry']}>
        <legend>
          <Trans>Hạn đặt câu hỏi</Trans>
        </legend>
        <Soft>
          <Trans>Để trống: mười ngày trước hạn tiếp nhận. Mọi câu trả lời đều công khai, người hỏi được giữ kín.</Trans>
        </Soft>
        <div className={styles['two']}>
          <TextField
            id="content.brief.questionsUntil"
            type="date"
            optional
            label={<Trans>Ngày cuối đặt câu hỏi</Trans>}
            error={messageOf('content.brief.questionsUntil')}
            {...register('content.brief.questionsUntil.date')}
          />
          <TextField id="content.brief.questionsUntil.time" type="time" optional label={<Trans>Giờ cuối đặt câu hỏi</Trans>} {...register('content.brief.questionsUntil.time')} />
        </div>
      </fieldset>
    </>
  );
}

function Indicators() {
  const { register } = useFormContext();
  const messageOf = use(MessagesContext);
  const { fields, append, remove } = useFieldArray<Form, 'content.brief.indicators'>({ name: 'content.brief.indicators' });
  const of = (at: number, part: string) => {
    const name = `content.brief.indicators.${at}.${part}`;
    return { id: name, error: messageOf(name), ...register(name) };
  };
  return (
    <fieldset id="content.brief.indicators" tabIndex={-1} className={styles['entry']}>
      <legend>
        <Trans>Chỉ số đo kết quả</Trans>
      </legend>
      <Soft>
        <Trans>Một chỉ số tốt có mức hiện nay, mức cần đạt và ngày. Nếu có, ghi số hiệu trong ISO 37122, chẳng hạn 19.1.</Trans>
      </Soft>
      {fields.map(({ id }, at) => (
        <fieldset key={id} className={styles['entry']}>
          <legend className="visually-hidden">
            <Trans>Chỉ số {at + 1}</Trans>
          </legend>
          <TextField label={<Trans>Chỉ số {at + 1}: đo điều gì</Trans>} {...of(at, 'name')} />
          <div className={styles['three']}>
            <TextField optional label={<Trans>Mức hiện nay</Trans>} {...of(at, 'baseline')} />
            <TextField label={<Trans>Mức cần đạt</Trans>} {...of(at, 'target')} />
            <TextField optional label={<Trans>Đơn vị đo</Trans>} {...of(at, 'unit')} />
            <TextField optional type="date" label={<Trans>Đạt vào ngày</Trans>} {...of(at, 'dueOn')} />
            <TextField optional label={<Trans>Số hiệu ISO 37122</Trans>} {...of(at, 'code')} />
          </div>
          <Row>
            <Button tone="quiet" onClick={() => remove(at)}>
              <Trans>Bỏ chỉ số {at + 1}</Trans>
            </Button>
          </Row>
        </fieldset>
      ))}
      <Row>
        <Button onClick={() => append(emptyIndicator)} disabled={fields.length >= most}>
          <Trans>Thêm chỉ số</Trans>
        </Button>
      </Row>
    </fieldset>
  );
}

function Documents() {
  const { register } = useFormContext();
  const messageOf = use(MessagesContext);
  const { fields, append, remove } = useFieldArray<Form, 'content.brief.legalBasis'>({ name: 'content.brief.legalBasis' });
  const of = (at: number, part: string) => {
    const name = `content.brief.legalBasis.${at}.${part}`;
    return { id: name, error: messageOf(name), ...register(name) };
  };
  return (
    <fieldset id="content.brief.legalBasis" tabIndex={-1} className={styles['entry']}>
      <legend>
        <Trans>Căn cứ pháp lý</Trans>
      </legend>
      <Soft>
        <Trans>Văn bản mà nhu cầu dựa vào: số, ngày, tên. Cần có khi chọn loại hợp đồng PPP.</Trans>
      </Soft>
      {fields.map(({ id }, at) => (
        <fieldset key={id} className={styles['entry']}>
          <legend className="visually-hidden">
            <Trans>Văn bản {at + 1}</Trans>
          </legend>
          <div className={styles['three']}>
            <TextField label={<Trans>Văn bản {at + 1}: số</Trans>} {...of(at, 'number')} />
            <TextField optional type="date" label={<Trans>Ngày ban hành</Trans>} {...of(at, 'issuedOn')} />
            <TextField optional label={<Trans>Tên văn bản</Trans>} {...of(at, 'title')} />
          </div>
          <Row>
            <Button tone="quiet" onClick={() => remove(at)}>
              <Trans>Bỏ văn bản {at + 1}</Trans>
            </Button>
          </Row>
        </fieldset>
      ))}
      <Row>
        <Button onClick={() => append(emptyDocument)} disabled={fields.length >= most}>
          <Trans>Thêm văn bản</Trans>
        </Button>
      </Row>
    </fieldset>
  );
}
