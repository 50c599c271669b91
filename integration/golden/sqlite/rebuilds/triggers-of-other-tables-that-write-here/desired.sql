CREATE TABLE users (id INTEGER PRIMARY KEY, email TEXT DEFAULT 'y');
CREATE TABLE events (id INTEGER PRIMARY KEY, user_id INTEGER NOT NULL DEFAULT 0);
CREATE TRIGGER events_touch AFTER INSERT ON events BEGIN
  UPDATE users SET email = email || '!' WHERE id = new.user_id;
END;
CREATE VIEW busy AS SELECT users.email, count(*) AS events FROM users JOIN events ON events.user_id = users.id GROUP BY users.id;
