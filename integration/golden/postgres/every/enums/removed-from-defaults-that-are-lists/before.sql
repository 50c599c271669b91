CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy');
CREATE DOMAIN moods AS mood[] DEFAULT '{sad,ok}';
CREATE TYPE day AS (m mood);
CREATE TABLE t (
  id int PRIMARY KEY, a mood[] DEFAULT '{sad,ok}', b mood[] DEFAULT ARRAY['ok'::mood, 'happy'::mood],
  c moods DEFAULT '{sad}', d day DEFAULT '(sad)', e text DEFAULT 'sad'
);
