CREATE TABLE memberships (user_id INTEGER, team_id INTEGER, CONSTRAINT once UNIQUE (user_id, team_id));
