CREATE TABLE u (id int CONSTRAINT t_pkey PRIMARY KEY, "Owner" text);
CREATE POLICY own ON u USING ("Owner" = current_user) WITH CHECK ("Owner" <> 'owner');
