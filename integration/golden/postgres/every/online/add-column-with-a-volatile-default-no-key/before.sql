CREATE TABLE events (what text);
