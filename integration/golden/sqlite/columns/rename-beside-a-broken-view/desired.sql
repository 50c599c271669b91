CREATE TABLE users (
  id INTEGER PRIMARY KEY,
  email TEXT -- @renamed from=mail
);
CREATE VIEW broken AS SELECT gone FROM missing;
