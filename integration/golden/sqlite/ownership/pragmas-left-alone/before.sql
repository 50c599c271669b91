PRAGMA user_version = 7;
PRAGMA application_id = 42;
CREATE TABLE users (id INTEGER PRIMARY KEY);
