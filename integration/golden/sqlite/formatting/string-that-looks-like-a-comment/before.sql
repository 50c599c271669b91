CREATE TABLE users (id INTEGER PRIMARY KEY, note TEXT DEFAULT '-- none', CHECK (note <> '/* x */'));
