import { Trans, useLingui } from '@lingui/react/macro';
import { useEffect, useState, type ReactNode } from 'react';
import { formatDateTime } from '@/i18n/format';
import { Button } from '@/ui/Button';
import { ErrorState } from '@/ui/ErrorState';
import { Stack } from '@/ui/Page';
import { Notice, Row, TableBox } from '@/ui/Panel';
import { Skeleton } from '@/ui/Skeleton';
import type { Answer } from './Answers';

export interface Theirs<Values> {
  version: number;
  /** Absent where the server does not say when. */
  updatedAt?: string;
  values: Values;
}

interface Props<Values> {
  /** What was changed elsewhere; a draft if it is not said. */
  title?: ReactNode;
  mine: Values;
  /** Fetches the version on the server; null when it could not be reached. */
  load: () => Promise<Theirs<Values> | null>;
  answersOf: (values: Values) => Answer[];
  onKeepMine: (theirs: Theirs<Values>) => void;
  onTakeTheirs: (theirs: Theirs<Values>) => void;
}

/** Somebody else, or the same person in another window, saved a newer version: both are shown, one is chosen. */
export function Conflict<Values>({ title, mine, load, answersOf, onKeepMine, onTakeTheirs }: Props<Values>) {
  const { t } = useLingui();
  const [theirs, setTheirs] = useState<Theirs<Values> | null>(null);
  const [lost, setLost] = useState(false);
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let wanted = true;
    void load().then((found) => {
      if (!wanted) return;
      setTheirs(found);
      setLost(found === null);
    });
    return () => {
      wanted = false;
    };
    // eslint-disable-next-line react/exhaustive-deps -- once for each attempt
  }, [attempt]);

  if (lost) return <ErrorState message={<Trans>Không tải được bản trên máy chủ. Những gì bạn soạn vẫn còn trên trang.</Trans>} retry={() => setAttempt(attempt + 1)} />;
  if (!theirs) return <Skeleton />;

  const others = new Map(answersOf(theirs.values).map((answer) => [answer.field, answer.value]));
  const different = answersOf(mine).filter(({ field, value }) => others.get(field) !== value);
  return (
    <Notice tone="warning">
      <Stack>
        <h2>
          {title ?? <Trans>Bản nháp này đã được sửa ở nơi khác</Trans>}
        </h2>
        <p>
          {theirs.updatedAt ? (
            <Trans>Bản trên máy chủ được lưu lúc {formatDateTime(theirs.updatedAt)}. Hãy so hai bản rồi chọn bản cần giữ; bản kia sẽ bị thay.</Trans>
          ) : (
            <Trans>Hãy so hai bản rồi chọn bản cần giữ; bản kia sẽ bị thay.</Trans>
          )}
        </p>
        <TableBox label={t`So sánh hai bản`}>
          <table>
            <thead>
              <tr>
                <th scope="col">
                  <Trans>Mục</Trans>
                </th>
                <th scope="col">
                  <Trans>Bản của bạn trên trang này</Trans>
                </th>
                <th scope="col">
                  <Trans>Bản trên máy chủ</Trans>
                </th>
              </tr>
            </thead>
            <tbody>
              {different.map(({ field, label, value }) => (
                <tr key={field}>
                  <th scope="row">{label}</th>
                  <td>{value ?? '–'}</td>
                  <td>{others.get(field) ?? '–'}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableBox>
        <Row>
          <Button tone="primary" onClick={() => onKeepMine(theirs)}>
            <Trans>Giữ bản của tôi</Trans>
          </Button>
          <Button onClick={() => onTakeTheirs(theirs)}>
            <Trans>Lấy bản trên máy chủ</Trans>
          </Button>
        </Row>
      </Stack>
    </Notice>
  );
}
