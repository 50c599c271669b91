CREATE TABLE users (
  id INTEGER PRIMARY KEY,
  email TEXT CHECK (email LIKE '%@%'), -- @renamed from=mail
  CONSTRAINT short CHECK (length(email) < 100)
);
