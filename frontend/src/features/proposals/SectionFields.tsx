import { Trans, useLingui } from '@lingui/react/macro';
import { use, type ReactNode } from 'react';
import { useFieldArray, useFormContext, useWatch } from 'react-hook-form';
import { useQuery } from 'urql';
import { MessagesContext, MoneyField } from '@/features/editing';
import { localeLabels } from '@/i18n/accountLabels';
import { localized } from '@/i18n/bilingual';
import { valuesOf as keysOf } from '@/i18n/labels';
import { moneyInWords } from '@/i18n/money';
import { riskBearerLabels, riskCategoryLabels } from '@/i18n/workLabels';
import { Button } from '@/ui/Button';
import { Option, OptionGroup, SelectField, TextArea, TextField } from '@/ui/Field';
import { Row } from '@/ui/Panel';
import styles from './Proposals.module.css';
import { ReferencesToChooseDocument } from './proposals.gql';
import { riskCategories, totalOf, type SectionValues } from './sections';

function Text({ name, label, hint, long = false, optional = true }: { name: string; label: ReactNode; hint?: ReactNode; long?: boolean; optional?: boolean }) {
  const { register } = useFormContext();
  const messageOf = use(MessagesContext);
  return (
    <div className={long ? styles['long'] : undefined}>
      <TextArea id={name} label={label} hint={hint} optional={optional} error={messageOf(name)} {...register(name)} />
    </div>
  );
}

export function SummaryFields() {
  const { i18n } = useLingui();
  const { register } = useFormContext<SectionValues>();
  return (
    <>
      <OptionGroup id="SUMMARY.language" label={<Trans>Ngôn ngữ của đề xuất</Trans>}>
        {keysOf(localeLabels).map((value) => (
          <Option key={value} type="radio" value={value} {...register('SUMMARY.language')}>
            {i18n._(localeLabels[value])}
          </Option>
        ))}
      </OptionGroup>
      <Text name="SUMMARY.text" optional={false} label={<Trans>Tóm tắt</Trans>} hint={<Trans>Kết quả bạn cam kết và cách đo, trong ba đến năm câu.</Trans>} />
      <Text
        name="APPROACH.text"
        long
        optional={false}
        label={<Trans>Cách thực hiện</Trans>}
        hint={<Trans>Các bước, nhân sự, điều kiện cần từ phía cơ quan, rủi ro và cách xử lý, bàn giao.</Trans>}
      />
    </>
  );
}

export function PlanFields() {
  const { register } = useFormContext<SectionValues>();
  const messageOf = use(MessagesContext);
  return (
    <>
      <TextField
        id="WORK_PLAN.durationMonths"
        inputMode="numeric"
        label={<Trans>Thời gian thực hiện (tháng)</Trans>}
        error={messageOf('WORK_PLAN.durationMonths')}
        {...register('WORK_PLAN.durationMonths')}
      />
      <Text name="WORK_PLAN.text" label={<Trans>Kế hoạch theo giai đoạn</Trans>} hint={<Trans>Mỗi giai đoạn làm gì, bao lâu, kết quả nào được nghiệm thu.</Trans>} />
    </>
  );
}

export function PriceFields() {
  const { t } = useLingui();
  const { control, register } = useFormContext<SectionValues>();
  const { fields, append, remove } = useFieldArray({ control, name: 'PRICE.lines' });
  const lines = useWatch({ control, name: 'PRICE.lines' });
  const messageOf = use(MessagesContext);
  const total = totalOf(lines);
  const several = fields.length > 1;
  return (
    <>
      {fields.map((field, at) => (
        <fieldset key={field.id} className={styles['line']}>
          <legend>{several ? <Trans>Khoản {at + 1}</Trans> : <Trans>Giá</Trans>}</legend>
          <TextField
            id={`PRICE.lines.${at}.label`}
            label={<Trans>Nội dung khoản</Trans>}
            maxLength={200}
            error={messageOf(`PRICE.lines.${at}.label`)}
            {...register(`PRICE.lines.${at}.label`)}
          />
          <MoneyField
            name={`PRICE.lines.${at}.amount`}
            optional={false}
            label={several ? <Trans>Số tiền</Trans> : <Trans>Giá đề xuất</Trans>}
            hint={at === 0 ? <Trans>Viết như 12 tỷ hoặc 750.000.000, đã gồm thuế.</Trans> : undefined}
          />
          {several && (
            <Button tone="quiet" aria-label={t`Xóa khoản ${at + 1}`} onClick={() => remove(at)}>
              <Trans>Xóa khoản này</Trans>
            </Button>
          )}
        </fieldset>
      ))}
      <Row>
        <Button disabled={fields.length >= 50} onClick={() => append({ label: '', amount: '' })}>
          <Trans>Thêm khoản</Trans>
        </Button>
        <output>
          {several && total && (
            <Trans>
              Tổng: <strong>{moneyInWords(total)}</strong>
            </Trans>
          )}
        </output>
      </Row>
      <Text name="PRICE.text" label={<Trans>Thuyết minh giá</Trans>} hint={<Trans>Đã gồm gì, chưa gồm gì, thanh toán theo đợt nào.</Trans>} />
    </>
  );
}

export function TeamFields({ organizationId }: { organizationId: string }) {
  const { register } = useFormContext<SectionValues>();
  const [{ data }] = useQuery({ query: ReferencesToChooseDocument, variables: { organizationId } });
  const references = data?.organization?.references ?? [];
  return (
    <>
      <Text name="TEAM.text" label={<Trans>Đội ngũ</Trans>} hint={<Trans>Ai phụ trách, vai trò, kinh nghiệm của từng người chủ chốt.</Trans>} />
      {references.length > 0 && (
        <OptionGroup
          id="REFERENCES.referenceIds"
          optional
          label={<Trans>Dự án từ hồ sơ năng lực</Trans>}
          hint={<Trans>Dự án được chọn đi cùng đề xuất như hồ sơ ghi hôm nay; sửa hồ sơ về sau không làm đổi đề xuất.</Trans>}
        >
          {references.map(({ id, project, client, year }) => {
            const name = localized(project);
            return (
              <Option key={id} type="checkbox" value={id} {...register('REFERENCES.referenceIds')}>
                <span lang={name.lang}>{name.text}</span>, {client}, {year}
              </Option>
            );
          })}
        </OptionGroup>
      )}
      <Text name="REFERENCES.text" label={<Trans>Về các dự án đã làm</Trans>} hint={<Trans>Điều gì ở các dự án đó giống nhu cầu này.</Trans>} />
    </>
  );
}

export function RiskFields() {
  const { i18n } = useLingui();
  const { register } = useFormContext<SectionValues>();
  return (
    <div id="RISKS.risks" tabIndex={-1} className={styles['risks']}>
      <p>
        <Trans>Với mỗi loại rủi ro, chọn bên chịu; bỏ trống nếu không liên quan.</Trans>
      </p>
      {riskCategories.map((category) => (
        <fieldset key={category} className={styles['line']}>
          <legend>{i18n._(riskCategoryLabels[category])}</legend>
          <SelectField id={`RISKS.${category}.bearer`} label={<Trans>Bên chịu rủi ro</Trans>} {...register(`RISKS.risks.${category}.bearer`)}>
            <option value="">–</option>
            {keysOf(riskBearerLabels).map((bearer) => (
              <option key={bearer} value={bearer}>
                {i18n._(riskBearerLabels[bearer])}
              </option>
            ))}
          </SelectField>
          <TextField id={`RISKS.${category}.note`} label={<Trans>Cách giảm thiểu</Trans>} optional maxLength={1000} {...register(`RISKS.risks.${category}.note`)} />
        </fieldset>
      ))}
    </div>
  );
}

export function IndicatorFields() {
  const { t } = useLingui();
  const { control, register } = useFormContext<SectionValues>();
  const { fields, append, remove } = useFieldArray({ control, name: 'INDICATORS.indicators' });
  const messageOf = use(MessagesContext);
  return (
    <>
      {fields.map((field, at) => {
        const name = `INDICATORS.indicators.${at}` as const;
        return (
          <fieldset key={field.id} className={styles['line']}>
            <legend>
              <Trans>Chỉ số {at + 1}</Trans>
            </legend>
            <TextField id={`${name}.name`} label={<Trans>Đo gì, đơn vị nào</Trans>} maxLength={200} error={messageOf(`${name}.name`)} {...register(`${name}.name`)} />
            <TextField id={`${name}.baseline`} label={<Trans>Hiện nay</Trans>} optional maxLength={200} {...register(`${name}.baseline`)} />
            <TextField id={`${name}.target`} label={<Trans>Cam kết</Trans>} maxLength={200} error={messageOf(`${name}.target`)} {...register(`${name}.target`)} />
            <Button tone="quiet" aria-label={t`Xóa chỉ số ${at + 1}`} onClick={() => remove(at)}>
              <Trans>Xóa chỉ số này</Trans>
            </Button>
          </fieldset>
        );
      })}
      <Row>
        <Button disabled={fields.length >= 50} onClick={() => append({ name: '', baseline: '', target: '' })}>
          <Trans>Thêm chỉ số</Trans>
        </Button>
      </Row>
    </>
  );
}

export function FinancingField() {
  return <Text name="FINANCING.text" label={<Trans>Nguồn vốn</Trans>} hint={<Trans>Vốn tự có, vốn vay, ưu đãi, phần đóng góp của cơ quan nếu có.</Trans>} />;
}
