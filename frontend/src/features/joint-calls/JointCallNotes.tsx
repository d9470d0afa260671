import { JointCallWaits } from './JointCallWaits';
import { PartOfJointCall } from './PartOfJointCall';

/** On a need's page: the joint call that waits for its writers' answer, and the one it belongs to. */
export function JointCallNotes({ needId, callId, writes }: { needId: string; callId: string | undefined; writes: boolean }) {
  return (
    <>
      {writes && <JointCallWaits needId={needId} />}
      {callId && <PartOfJointCall callId={callId} />}
    </>
  );
}
