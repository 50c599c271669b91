-- create postgres/policy:app.T t.Only "mine"
-- create postgres/policy:app.T t.delete
-- create postgres/policy:app.T t.everybody
-- create postgres/policy:app.T t.insert
-- create postgres/policy:app.T t.select

-- ==== up ====
-- batch, all or nothing

-- 1. create policy Only "mine" of table app.T t (create postgres/policy:app.T t.Only "mine")
--    ! access, changes-policy: creates policy Only "mine" of table app.T t, and with it which rows somebody may see or write
CREATE POLICY "Only ""mine""" ON app."T t" AS RESTRICTIVE FOR UPDATE TO postgres USING (((owner = CURRENT_USER) AND ("we""ird Näme" IN ( SELECT members.team
   FROM public.members
  WHERE (members.name = "T t".owner))))) WITH CHECK ((owner <> 'it''s'::text));

-- 2. create policy delete of table app.T t (create postgres/policy:app.T t.delete)
--    ! access, changes-policy: creates policy delete of table app.T t, and with it which rows somebody may see or write
CREATE POLICY delete ON app."T t" AS PERMISSIVE FOR DELETE TO PUBLIC USING ((id > 0));

-- 3. create policy everybody of table app.T t (create postgres/policy:app.T t.everybody)
--    ! access, changes-policy: creates policy everybody of table app.T t, and with it which rows somebody may see or write
CREATE POLICY everybody ON app."T t" AS PERMISSIVE FOR ALL TO PUBLIC;

-- 4. create policy insert of table app.T t (create postgres/policy:app.T t.insert)
--    ! access, changes-policy: creates policy insert of table app.T t, and with it which rows somebody may see or write
CREATE POLICY insert ON app."T t" AS PERMISSIVE FOR INSERT TO pg_monitor, pg_read_all_stats WITH CHECK ((id > 0));

-- 5. create policy select of table app.T t (create postgres/policy:app.T t.select)
--    ! access, changes-policy: creates policy select of table app.T t, and with it which rows somebody may see or write
CREATE POLICY "select" ON app."T t" AS PERMISSIVE FOR SELECT TO PUBLIC USING (true);

-- ==== down ====
-- batch, all or nothing

-- 1. drop policy Only "mine" of table app.T t (drop postgres/policy:app.T t.Only "mine")
--    ! access, changes-policy: drops policy Only "mine" of table app.T t, and with it which rows somebody may see or write
DROP POLICY "Only ""mine""" ON app."T t";

-- 2. drop policy delete of table app.T t (drop postgres/policy:app.T t.delete)
--    ! access, changes-policy: drops policy delete of table app.T t, and with it which rows somebody may see or write
DROP POLICY delete ON app."T t";

-- 3. drop policy everybody of table app.T t (drop postgres/policy:app.T t.everybody)
--    ! access, changes-policy: drops policy everybody of table app.T t, and with it which rows somebody may see or write
DROP POLICY everybody ON app."T t";

-- 4. drop policy insert of table app.T t (drop postgres/policy:app.T t.insert)
--    ! access, changes-policy: drops policy insert of table app.T t, and with it which rows somebody may see or write
DROP POLICY insert ON app."T t";

-- 5. drop policy select of table app.T t (drop postgres/policy:app.T t.select)
--    ! access, changes-policy: drops policy select of table app.T t, and with it which rows somebody may see or write
DROP POLICY "select" ON app."T t";
