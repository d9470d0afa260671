export { ChallengeForm, type Proof } from './ChallengeForm';
export { ConfirmIdentity } from './ConfirmIdentity';
export { confirmation } from './confirmation';
export { CopyButton } from './CopyButton';
export { NewPasswordField } from './NewPasswordField';
export { PasswordField } from './PasswordField';
export { canOfferPasskeys, makePasskey, offerPasskeys, passkeysSupported, signWithPasskey, stopAskingForPasskeys } from './passkeys';
export { useConfirmedMutation } from './useConfirmedMutation';
export type { AskedChallengeFragment } from './credentials.gql';
