CREATE TABLE users (id INTEGER PRIMARY KEY, mail TEXT CHECK (mail LIKE '%@%'), CONSTRAINT short CHECK (length(mail) < 100));
