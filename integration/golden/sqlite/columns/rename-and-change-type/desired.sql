CREATE TABLE users (
  id INTEGER PRIMARY KEY,
  age INTEGER -- @renamed from=years
);
