CREATE TABLE events (what text PRIMARY KEY);
