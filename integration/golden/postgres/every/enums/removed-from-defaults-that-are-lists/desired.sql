CREATE TYPE mood AS ENUM ('happy', 'ok');
CREATE DOMAIN moods AS mood[] DEFAULT '{ok}';
CREATE TYPE day AS (m mood);
CREATE TABLE t (
  id int PRIMARY KEY, a mood[] DEFAULT '{ok}', b mood[] DEFAULT ARRAY['ok'::mood, 'happy'::mood],
  c moods DEFAULT '{ok}', d day DEFAULT '(ok)', e text DEFAULT 'sad'
);
