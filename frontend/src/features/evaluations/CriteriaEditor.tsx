import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useClient, useMutation, useQuery } from 'urql';
import { useServerErrors } from '@/app/useServerErrors';
import type { CriterionKind } from '@/graphql-types';
import { announce } from '@/ui/Announcer';
import { Button } from '@/ui/Button';
import { ErrorSummary } from '@/ui/ErrorSummary';
import { Option, SelectField, TextArea, TextField } from '@/ui/Field';
import { Notice, Row, Soft } from '@/ui/Panel';
import styles from './Evaluations.module.css';
import { NeedCriteriaDocument, SetCriteriaDocument, SuggestedCriteriaDocument, type NeedCriteriaQuery } from './evaluations.gql';
import { criterionKindLabels } from '@/i18n/evaluationLabels';

type Stored = NonNullable<NeedCriteriaQuery['needCriteria']>;

interface Written {
  key: string;
  vi: string;
  en: string;
  description: { vi: string; en: string };
  weight: string;
  kind: CriterionKind;
}

const most = 20;

/** Criteria and weights of a need that is being written; saved by their own button. */
export function CriteriaEditor({ needId }: { needId: string | null }) {
  const [result] = useQuery({ query: NeedCriteriaDocument, variables: { id: needId ?? '' }, pause: needId === null, requestPolicy: 'network-only' });
  // The first answer is what the form starts from.
  const [stored, setStored] = useState<Stored | null>(null);
  const arrived = result.data?.needCriteria;
  if (!stored && arrived && !result.fetching) setStored(arrived);
  if (needId === null || !stored) {
    return (
      <Soft>
        <Trans>Viết tên nhu cầu trước; khi bản nháp được lưu, bạn thêm tiêu chí ở đây.</Trans>
      </Soft>
    );
  }
  return <Editor needId={needId} stored={stored} />;
}

function written({ criteria }: Stored): Written[] {
  return criteria.map(({ id, name, description, weight, kind }) => ({
    key: id,
    vi: name.vi ?? '',
    en: name.en ?? '',
    description: { vi: description.vi ?? '', en: description.en ?? '' },
    weight: String(weight),
    kind,
  }));
}

function Editor({ needId, stored }: { needId: string; stored: Stored }) {
  const { t, i18n } = useLingui();
  const errors = useServerErrors();
  const [attempt, setAttempt] = useState(0);
  const [version, setVersion] = useState(stored.version);
  const [anonymous, setAnonymous] = useState(stored.version === 0 || stored.anonymous || stored.criteria.length === 0);
  const [rows, setRows] = useState<Written[]>(() => written(stored));
  const [changed, setChanged] = useState(false);
  const [saving, save] = useMutation(SetCriteriaDocument);

  const change = (next: Written[]) => {
    setRows(next);
    setChanged(true);
  };
  const edit = (at: number, part: Partial<Written>) => change(rows.map((row, n) => (n === at ? { ...row, ...part } : row)));
  const add = (kind: CriterionKind) =>
    change([...rows, { key: crypto.randomUUID(), vi: kind === 'PRICE' ? t`Giá` : '', en: '', description: { vi: '', en: '' }, weight: '', kind }]);
  const client = useClient();
  const suggest = async () => {
    const { data, error } = await client.query(SuggestedCriteriaDocument, {});
    if (error) return errors.refuse(error);
    const suggested = data?.suggestedCriteria ?? [];
    change(suggested.map(({ name, weight, kind }) => ({ key: crypto.randomUUID(), ...name, description: { vi: '', en: '' }, weight: String(weight), kind })));
    announce(t`Đã điền tiêu chí gợi ý. Hãy sửa cho hợp với nhu cầu, rồi lưu.`);
  };
  const sum = rows.reduce((total, { weight }) => total + (Number.parseInt(weight, 10) || 0), 0);

  const submit = async () => {
    errors.clear();
    const criteria = rows.map(({ vi, en, description, weight, kind }) => ({ name: { vi, en }, description, weight: Number.parseInt(weight, 10) || 0, kind }));
    const { data, error } = await save({ input: { needId, version, anonymous, criteria } });
    if (error) {
      errors.refuse(error);
      setAttempt((count) => count + 1);
      return;
    }
    if (data) setVersion(data.setCriteria.criteria.version);
    setChanged(false);
    announce(t`Đã lưu tiêu chí`);
  };

  return (
    <>
      <Soft>
        <Trans>Không bắt buộc. Có tiêu chí thì một tổ đánh giá từ ba người chấm theo trọng số; tiêu chí hiện công khai và không thay đổi được khi nhu cầu đã mở.</Trans>
      </Soft>
      <ErrorSummary items={errors.items} attempt={attempt} />
      {rows.map((row, at) => (
        <fieldset key={row.key} className={styles['entry']}>
          <legend className="visually-hidden">
            <Trans>Tiêu chí {at + 1}</Trans>
          </legend>
          <TextField
            id={`criteria.${at}.name.vi`}
            label={<Trans>Tên tiêu chí {at + 1}, tiếng Việt</Trans>}
            value={row.vi}
            error={errors.messageOf(`criteria.${at}.name.vi`)}
            onChange={(event) => edit(at, { vi: event.target.value })}
          />
          <TextField
            id={`criteria.${at}.name.en`}
            optional
            label={<Trans>Tên tiêu chí {at + 1}, tiếng Anh</Trans>}
            value={row.en}
            error={errors.messageOf(`criteria.${at}.name.en`)}
            onChange={(event) => edit(at, { en: event.target.value })}
          />
          <TextArea
            id={`criteria.${at}.description.vi`}
            optional
            label={<Trans>Tiêu chí {at + 1} tìm điều gì</Trans>}
            value={row.description.vi}
            error={errors.messageOf(`criteria.${at}.description.vi`)}
            onChange={(event) => edit(at, { description: { ...row.description, vi: event.target.value } })}
          />
          <div className={styles['pair']}>
            <TextField
              id={`criteria.${at}.weight`}
              label={<Trans>Trọng số (%)</Trans>}
              inputMode="numeric"
              value={row.weight}
              error={errors.messageOf(`criteria.${at}.weight`)}
              onChange={(event) => edit(at, { weight: event.target.value })}
            />
            <SelectField id={`criteria.${at}.kind`} label={<Trans>Cách chấm</Trans>} value={row.kind} onChange={(event) => edit(at, { kind: event.target.value as CriterionKind })}>
              {(['QUALITY', 'PRICE'] as const).map((kind) => (
                <option key={kind} value={kind}>
                  {i18n._(criterionKindLabels[kind])}
                </option>
              ))}
            </SelectField>
          </div>
          <Row>
            <Button tone="quiet" onClick={() => change(rows.filter((_, n) => n !== at))}>
              <Trans>Bỏ tiêu chí {at + 1}</Trans>
            </Button>
          </Row>
        </fieldset>
      ))}
      <Row>
        {rows.length === 0 && (
          <Button onClick={() => void suggest()}>
            <Trans>Điền tiêu chí gợi ý</Trans>
          </Button>
        )}
        <Button onClick={() => add('QUALITY')} disabled={rows.length >= most}>
          <Trans>Thêm tiêu chí chất lượng</Trans>
        </Button>
        {!rows.some(({ kind }) => kind === 'PRICE') && (
          <Button onClick={() => add('PRICE')} disabled={rows.length >= most}>
            <Trans>Thêm tiêu chí giá</Trans>
          </Button>
        )}
      </Row>
      {rows.length > 0 && (
        <>
          <Option
            type="checkbox"
            checked={anonymous}
            onChange={(event) => {
              setAnonymous(event.target.checked);
              setChanged(true);
            }}
          >
            <Trans>Giấu tên bên dự với tổ đánh giá và cơ quan cho đến khi kết quả được phê duyệt</Trans>
          </Option>
          <div id="criteria" tabIndex={-1}>
            <Notice tone={sum === 100 ? 'positive' : 'warning'}>
              <p>
                <Trans>Tổng trọng số: {sum} trên 100.</Trans>
              </p>
            </Notice>
          </div>
        </>
      )}
      {(changed || rows.length > 0) && (
        <Row>
          <Button busy={saving.fetching} onClick={submit}>
            <Trans>Lưu tiêu chí</Trans>
          </Button>
          {changed && (
            <Soft>
              <Trans>Có thay đổi chưa lưu.</Trans>
            </Soft>
          )}
        </Row>
      )}
    </>
  );
}
