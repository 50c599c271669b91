CREATE TABLE events (at INTEGER, name TEXT, PRIMARY KEY (at DESC, name));
