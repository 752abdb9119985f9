/** What came of trying networks on a backend, as data: screens say it in the person's language. */
export type BackendFinding =
  | { readonly code: 'threads'; readonly threads: number }
  | {
      /**
       * `no-webgpu`: the browser has none; `no-float16`: the networks use float16 and the adapter lacks shader-f16;
       * `not-finite`: an answer has NaN or infinity; `constant`: the same answer for different pictures;
       * `tested-before`: the package's stored self-test failed.
       */
      readonly code: 'no-webgpu' | 'no-float16' | 'not-finite' | 'constant' | 'tested-before';
    }
  /** In parts of a column's largest number; the difference may be infinite or NaN. */
  | { readonly code: 'differs'; readonly difference: number; readonly tolerance: number }
  /** Milliseconds of one run of each network. */
  | { readonly code: 'speeds'; readonly webgpu: number; readonly wasm: number };
