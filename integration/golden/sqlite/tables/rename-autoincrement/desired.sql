-- @renamed from=people
CREATE TABLE users (id INTEGER PRIMARY KEY AUTOINCREMENT, email TEXT);
