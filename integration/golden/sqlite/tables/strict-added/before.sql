CREATE TABLE measures (id INTEGER PRIMARY KEY, amount REAL, label TEXT);
