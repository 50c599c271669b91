CREATE TABLE users (
  id INTEGER PRIMARY KEY AUTOINCREMENT, -- @renamed from=user_id
  name TEXT
);
CREATE TABLE pets (id INTEGER PRIMARY KEY, owner INTEGER REFERENCES users (id));
