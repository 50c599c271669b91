CREATE TABLE t (a text DEFAULT 'none' CHECK (a <> ''), b int);
CREATE INDEX t_a ON t (a text_pattern_ops) WHERE a > '2';
