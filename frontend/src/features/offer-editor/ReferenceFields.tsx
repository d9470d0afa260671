import { Trans, useLingui } from '@lingui/react/macro';
import { use } from 'react';
import { useFieldArray, useFormContext } from 'react-hook-form';
import { MessagesContext, byRegion, type EditingChoices } from '@/features/editing';
import { nameOf } from '@/i18n/bilingual';
import { announce } from '@/ui/Announcer';
import { Button } from '@/ui/Button';
import { SelectField, TextField } from '@/ui/Field';
import styles from './Offer.module.css';
import type { OfferValues } from './values';

const most = 20;

export function ReferenceFields({ choices }: { choices: EditingChoices }) {
  const { t } = useLingui();
  const { register, control } = useFormContext<OfferValues>();
  const messageOf = use(MessagesContext);
  const { fields, append, remove } = useFieldArray({ control, name: 'content.references' });
  const regions = byRegion(choices.places);
  return (
    <fieldset id="content.references" tabIndex={-1} className={styles['box']}>
      <legend>
        <Trans>Dự án tham chiếu</Trans>
      </legend>
      <p>
        <Trans>Nơi đã dùng giải pháp này. Mỗi dự án làm điểm «Kinh nghiệm» cao hơn ở các nhu cầu tương tự.</Trans>
      </p>
      {messageOf('content.references') && <p role="alert">{messageOf('content.references')}</p>}
      <ul className={styles['references']} role="list">
        {fields.map((field, index) => {
          const name = `content.references.${index}` as const;
          return (
            <li key={field.id} className={styles['reference']}>
              <TextField id={`${name}.name`} label={<Trans>Tên dự án</Trans>} error={messageOf(`${name}.name`)} {...register(`${name}.name`)} />
              <SelectField id={`${name}.placeId`} label={<Trans>Địa bàn</Trans>} error={messageOf(`${name}.placeId`)} {...register(`${name}.placeId`)}>
                <option value="">{t`Ngoài Việt Nam hoặc không rõ`}</option>
                {regions.map((region) => (
                  <optgroup key={region.code} label={region.name}>
                    {region.places.map((place) => (
                      <option key={place.id} value={place.id}>
                        {nameOf(place)}
                      </option>
                    ))}
                  </optgroup>
                ))}
              </SelectField>
              <TextField id={`${name}.year`} inputMode="numeric" label={<Trans>Năm</Trans>} error={messageOf(`${name}.year`)} {...register(`${name}.year`)} />
              <Button
                tone="quiet"
                onClick={() => {
                  remove(index);
                  announce(t`Đã bỏ dự án tham chiếu`);
                  document.getElementById('content.references')?.focus();
                }}
              >
                <Trans>
                  Bỏ<span className="visually-hidden"> dự án {index + 1}</span>
                </Trans>
              </Button>
            </li>
          );
        })}
      </ul>
      {fields.length < most && (
        <div>
          <Button onClick={() => append({ name: '', placeId: '', year: '' })}>
            <Trans>Thêm dự án tham chiếu</Trans>
          </Button>
        </div>
      )}
    </fieldset>
  );
}
