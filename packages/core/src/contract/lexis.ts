/** How SQL text of one dialect falls into tokens and statements: a table of data, read by core's one tokenizer. */
export interface Lexis {
  /** Pairs of delimiters for identifiers; the closing one is escaped by doubling: `[['"', '"'], ['[', ']']]`. */
  readonly identifierQuotes: readonly (readonly [string, string])[];
  /** Delimiters of string literals, escaped by doubling. */
  readonly stringQuotes: readonly string[];
  /** Whether a backslash escapes the next character of a string. */
  readonly backslashEscapes: boolean;
  /** Letters, in upper case, that stand right before a string in which a backslash escapes: `['E']` for `E'it\'s'`. */
  readonly escapePrefixes?: readonly string[];
  /** What the engine makes of a name without quotes; absent where quotes make no difference to a name. */
  readonly bareNames?: 'lower';
  /** Whether `$tag$ … $tag$` is a string. */
  readonly dollarQuotes: boolean;
  /** What opens a comment that runs to the end of the line. */
  readonly lineComments: readonly string[];
  /** Whether block comments nest. */
  readonly nestedComments: boolean;
  /** What opens a block comment whose content is executed: sticky. What it encloses is read as if it stood there by itself. */
  readonly executedComments?: RegExp;
  /** The word at the beginning of a line with which files tell the engine's client what ends a statement from there on: `DELIMITER`. */
  readonly delimiterCommand?: string;
  /** Operators of more than one character, longest first. */
  readonly operators: readonly string[];
  /**
   * Statements with semicolons of their own: `head` is tested against the leading words, then `open` … `END` encloses a body. Where `open` is a name as well, it
   * opens one only right after a word that `after` fits.
   */
  readonly compound?: {
    readonly head: RegExp;
    readonly open: RegExp;
    readonly after?: RegExp;
    readonly nested: RegExp;
    /** Words right behind an `END` that closes what neither `open` nor `nested` opened: the `IF` of `END IF`. */
    readonly closers?: RegExp;
    /**
     * Statements that hold routines from `head` to their own `END`, with semicolons between them: `head` is tested against all words so far. A `member` announces a
     * routine, or has a body; where one of `declares` follows, what it declares comes before its body, unless one of `query` has begun that.
     */
    readonly module?: {
      readonly head: RegExp;
      readonly member: RegExp;
      readonly declares: RegExp;
      readonly query: RegExp;
    };
  };
  /** Statements in whose parentheses semicolons end nothing: tested against the leading words. */
  readonly listing?: RegExp;
}
