import { JointCallWaits } from './JointCallWaits';
import { type Agreed, PartOfJointCall } from './PartOfJointCall';

/** On a need's page: the joint call that waits for its writers' answer, and the one it belongs to. */
export function JointCallNotes({ needId, call, writes }: { needId: string; call: Agreed | null | undefined; writes: boolean }) {
  return (
    <>
      {writes && <JointCallWaits needId={needId} />}
      {call && <PartOfJointCall call={call} needId={needId} />}
    </>
  );
}
