create virtual table "notes" using FTS5 (
  title,
  body
);
