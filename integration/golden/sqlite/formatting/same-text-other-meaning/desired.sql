CREATE TABLE users (id INTEGER PRIMARY KEY, state TEXT DEFAULT 'new', CHECK (state <> 'x y'));
