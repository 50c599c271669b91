/** A program in this folder that starts pt-online-schema-change, or why there is none. */
export function copyProgram(folder: string): Promise<{ readonly program: string } | { readonly absent: string }>;
