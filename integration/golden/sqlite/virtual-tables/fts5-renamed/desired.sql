-- @renamed from=notes
CREATE VIRTUAL TABLE articles USING fts5(title, body);
