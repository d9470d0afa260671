import { Trans, useLingui } from '@lingui/react/macro';
import { use } from 'react';
import { useFieldArray, useFormContext } from 'react-hook-form';
import { MessagesContext } from '@/features/editing';
import { announce } from '@/ui/Announcer';
import { Button } from '@/ui/Button';
import { TextField } from '@/ui/Field';
import styles from './Researcher.module.css';
import type { ResearcherValues } from './values';

const most = 100;

export function PublicationFields() {
  const { t } = useLingui();
  const { register, control } = useFormContext<ResearcherValues>();
  const messageOf = use(MessagesContext);
  const { fields, append, remove } = useFieldArray({ control, name: 'content.publications' });
  return (
    <fieldset id="content.publications" tabIndex={-1} className={styles['box']}>
      <legend className="visually-hidden">
        <Trans>Công bố</Trans>
      </legend>
      <p>
        <Trans>Bài báo, sách, báo cáo, bằng sáng chế. Hệ thống xếp năm mới nhất lên trên.</Trans>
      </p>
      {messageOf('content.publications') && <p role="alert">{messageOf('content.publications')}</p>}
      <ul className={styles['publications']} role="list">
        {fields.map((field, index) => {
          const name = `content.publications.${index}` as const;
          return (
            <li key={field.id}>
              <TextField id={`${name}.title`} label={<Trans>Tên công bố</Trans>} error={messageOf(`${name}.title`)} {...register(`${name}.title`)} />
              <div className={styles['pair']}>
                <TextField id={`${name}.venue`} optional label={<Trans>Tạp chí, hội nghị, nhà xuất bản</Trans>} error={messageOf(`${name}.venue`)} {...register(`${name}.venue`)} />
                <TextField id={`${name}.year`} inputMode="numeric" label={<Trans>Năm</Trans>} error={messageOf(`${name}.year`)} {...register(`${name}.year`)} />
              </div>
              <div className={styles['pair']}>
                <TextField
                  id={`${name}.doi`}
                  optional
                  spellCheck={false}
                  label="DOI"
                  hint={<Trans>Ví dụ: 10.1000/182</Trans>}
                  error={messageOf(`${name}.doi`)}
                  {...register(`${name}.doi`)}
                />
                <TextField
                  id={`${name}.url`}
                  type="url"
                  optional
                  spellCheck={false}
                  label={<Trans>Địa chỉ đọc</Trans>}
                  hint={<Trans>Nếu không có DOI</Trans>}
                  error={messageOf(`${name}.url`)}
                  {...register(`${name}.url`)}
                />
              </div>
              <div>
                <Button
                  tone="quiet"
                  onClick={() => {
                    remove(index);
                    announce(t`Đã bỏ công bố`);
                    document.getElementById('content.publications')?.focus();
                  }}
                >
                  <Trans>
                    Bỏ<span className="visually-hidden"> công bố {index + 1}</span>
                  </Trans>
                </Button>
              </div>
            </li>
          );
        })}
      </ul>
      {fields.length < most && (
        <div>
          <Button onClick={() => append({ title: '', venue: '', year: '', doi: '', url: '' })}>
            <Trans>Thêm công bố</Trans>
          </Button>
        </div>
      )}
    </fieldset>
  );
}
