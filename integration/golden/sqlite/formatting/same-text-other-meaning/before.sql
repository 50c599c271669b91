CREATE TABLE users (id INTEGER PRIMARY KEY, state TEXT DEFAULT 'New', CHECK (state <> 'x  y'));
