CREATE TABLE users (id INTEGER PRIMARY KEY, email TEXT, domain TEXT GENERATED ALWAYS AS (substr(email, instr(email, '@') + 1)) STORED);
