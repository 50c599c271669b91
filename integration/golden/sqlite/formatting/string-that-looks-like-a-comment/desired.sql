CREATE TABLE users (id INTEGER PRIMARY KEY, note TEXT DEFAULT '-- none' /* really */, CHECK (note <> '/* x */') -- so
);
