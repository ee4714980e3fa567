/** What wasm-bindgen makes of `app::hydrate`. */
declare module "radionica" {
  export default function init(from: { module_or_path: string }): Promise<unknown>;
  export function hydrate(): void;
}
