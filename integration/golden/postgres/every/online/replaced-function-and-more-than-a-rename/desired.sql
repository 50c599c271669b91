CREATE TABLE z (id int PRIMARY KEY,
  -- @renamed from=note
  remark text, extra uuid DEFAULT gen_random_uuid());
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.remark := upper(NEW.remark); RETURN NEW; END $$;
CREATE TRIGGER touch BEFORE INSERT OR UPDATE ON z FOR EACH ROW EXECUTE FUNCTION touch();
