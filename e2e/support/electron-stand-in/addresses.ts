/**
 * Chromium navigates to no scheme it does not know, so an address of a custom scheme has a twin
 * below `.invalid`, the domain that never exists (RFC 2606 §2): `app://tricorder/x` is
 * `https://tricorder.app.invalid/x` to the page.
 */
export function toChromium(url: string): string {
  return url.replace(/^(?!https?:)([a-z]+):\/\/([^/]+)/, 'https://$2.$1.invalid');
}

/** The address as the app knows it. */
export function fromChromium(url: string): string {
  return url.replace(/^https:\/\/([^/]+)\.([a-z]+)\.invalid(?=\/|$)/, '$2://$1');
}
