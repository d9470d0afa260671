/** A member's address on the web: a link only if it is one, for anything may have been typed. */
export function WebLink({ address }: { address: string }) {
  if (!/^https?:\/\//i.test(address)) return address;
  return (
    <a href={address} rel="noopener nofollow">
      {address}
    </a>
  );
}
